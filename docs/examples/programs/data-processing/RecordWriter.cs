using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DataProcessing;

/// <summary>Writes records to a compressed file, as comma-separated values or as one JSON object a line.</summary>
internal sealed class RecordWriter(string format, string compression)
{
    private readonly Func<DayRecord, string> _line = format switch
    {
        "csv" => record => Text($"{record.Id},{record.Time:O},{record.Kind},{record.Amount}"),
        "jsonl" => record => Text($$"""{"id":{{record.Id}},"time":"{{record.Time:O}}","kind":"{{record.Kind}}","amount":{{record.Amount}}}"""),
        _ => throw new ArgumentException($"--format must be csv or jsonl, not '{format}'."),
    };

    private readonly (string Extension, Func<Stream, Stream> Compress) _compression = compression switch
    {
        "gzip" => (".gz", file => new GZipStream(file, CompressionLevel.Optimal)),
        "brotli" => (".br", file => new BrotliStream(file, CompressionLevel.Fastest)),
        _ => throw new ArgumentException($"--compression must be gzip or brotli, not '{compression}'."),
    };

    /// <summary>Writes all records beside the file's place, then moves the whole there; returns how many bytes it takes.</summary>
    public (string Path, long Bytes) Write(string folder, string name, IEnumerable<DayRecord> records)
    {
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, $"{name}.{format}{_compression.Extension}"));
        var partial = $"{path}.{Environment.ProcessId}";
        using (var stream = _compression.Compress(File.Create(partial)))
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var record in records)
                writer.WriteLine(_line(record));
        }
        File.Move(partial, path, overwrite: true);
        return (path, new FileInfo(path).Length);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
