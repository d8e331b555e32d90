using System.Text.Json;

namespace BatchTools;

/// <summary>How far a log's file is. It lies beside a file that is not complete, and goes when it is.</summary>
/// <param name="LogStreamName">The stream that the file holds.</param>
/// <param name="Length">The bytes that belong to whole lines; what is behind them is written anew.</param>
/// <param name="Last">The time of the last line, in ticks; 0 before the first.</param>
/// <param name="LinesOfLast">The lines of that very time that are in the file.</param>
internal sealed record LogFileState(string LogStreamName, long Length, long Last, int LinesOfLast)
{
    private const string Extension = ".resume";

    /// <summary>Whether there is one beside a file.</summary>
    public static bool Exists(string file) => File.Exists(file + Extension);

    /// <summary>Reads the one beside a file; null where there is none, or none that can be used.</summary>
    public static LogFileState? Read(string file, string stream)
    {
        if (!Exists(file) || !File.Exists(file))
            return null;
        try
        {
            var state = JsonSerializer.Deserialize<LogFileState>(File.ReadAllText(file + Extension));
            return state?.LogStreamName == stream && new FileInfo(file).Length >= state.Length ? state : null;
        }
        catch (JsonException)
        {
            // A run that was killed while it wrote this leaves nothing to go on from.
            return null;
        }
    }

    /// <summary>Puts it beside a file, whole or not at all.</summary>
    public void Write(string file)
    {
        var next = $"{file}{Extension}.new";
        File.WriteAllText(next, JsonSerializer.Serialize(this));
        File.Move(next, file + Extension, overwrite: true);
    }

    /// <summary>Tells that a file is complete.</summary>
    public static void Remove(string file) => File.Delete(file + Extension);

    /// <summary>The state after more lines.</summary>
    public LogFileState After(IReadOnlyList<JobLogEvent> lines, long length)
    {
        var last = lines[^1].Ticks;
        var same = 0;
        for (var at = lines.Count - 1; at >= 0 && lines[at].Ticks == last; at--)
            same++;
        return this with { Length = length, Last = last, LinesOfLast = same == lines.Count && last == Last ? LinesOfLast + same : same };
    }
}
