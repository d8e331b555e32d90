using System.Text.Encodings.Web;
using System.Text.Json;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Writes plain data as a workload file.</summary>
internal static class ExportFile
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Refuses a file name that would not be read as what is written.</summary>
    /// <exception cref="BatchException">It does not end in .json.</exception>
    public static void Check(string path)
    {
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw BatchException.For(nameof(Messages.ExportFormat), ErrorKind.InvalidInput, path, path);
    }

    /// <summary>Writes the file, which is replaced when it is complete.</summary>
    /// <exception cref="BatchException">It can not be written.</exception>
    public static FileInfo Write(IReadOnlyDictionary<string, object?> content, string path)
    {
        var file = new FileInfo(path);
        var unfinished = Path.Combine(file.DirectoryName!, $".{file.Name}.{Path.GetRandomFileName()}.tmp");
        try
        {
            file.Directory!.Create();
            File.WriteAllText(unfinished, JsonSerializer.Serialize(Escaped(content), Json) + "\n");
            File.Move(unfinished, file.FullName, overwrite: true);
            file.Refresh();
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BatchException.From(exception, nameof(Messages.ExportNotWritten), ErrorKind.Unavailable, path, path, OneLine.Of(exception));
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    // What looks like a variable of files would be replaced when the file is read.
    private static object? Escaped(object? value) => value switch
    {
        string text => SourceVariables.Escape(text),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(one => one.Key, one => Escaped(one.Value)),
        object?[] list => list.Select(Escaped).ToArray(),
        _ => value,
    };
}
