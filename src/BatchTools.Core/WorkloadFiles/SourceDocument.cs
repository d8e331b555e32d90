using System.Text;

namespace BatchTools.WorkloadFiles;

/// <summary>A file that was read into nodes which know their places.</summary>
/// <param name="File">The file as its reader was told of it; messages name it so.</param>
/// <param name="Root">What the file holds.</param>
internal sealed record SourceDocument(string File, SourceNode Root)
{
    private const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a JSON file, in which comments and trailing commas are allowed, or a YAML file (.yaml, .yml).</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Takes what is wrong but does not keep the rest from being read, such as members given twice.</param>
    /// <exception cref="BatchException">The file cannot be read, or is no JSON or YAML; with the place and what to do.</exception>
    public static SourceDocument Load(string path, SourceProblems problems)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MaxBytes)
                throw BatchException.For(nameof(Messages.FileTooLarge), ErrorKind.InvalidInput, path, path, MaxBytes / 1024 / 1024);
            var bytes = System.IO.File.ReadAllBytes(path);
            return IsYaml(path) ? ParseYaml(bytes, path, problems) : Parse(bytes, path, problems);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw BatchException.From(exception, nameof(Messages.FileNotFound), ErrorKind.NotFound, path, path, Path.IsPathRooted(path) ? "" : $" in {Directory.GetCurrentDirectory()}");
        }
        catch (UnauthorizedAccessException exception)
        {
            var id = Directory.Exists(path) ? nameof(Messages.FileIsFolder) : nameof(Messages.FileDenied);
            throw BatchException.From(exception, id, ErrorKind.Denied, path, path);
        }
        catch (IOException exception)
        {
            throw BatchException.From(exception, nameof(Messages.FileUnreadable), ErrorKind.Unavailable, path, path, exception.Message);
        }
    }

    /// <summary>Reads JSON out of bytes: UTF-8, with or without a byte order mark, or UTF-16 with one.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="problems">Takes what is wrong but does not keep the rest from being read.</param>
    /// <exception cref="BatchException">The text is no JSON; with the place and what to do.</exception>
    public static SourceDocument Parse(ReadOnlySpan<byte> bytes, string file, SourceProblems problems) =>
        new(file, JsonNodeReader.Read(SourceText.ToUtf8(bytes, file), file, problems));

    /// <summary>Whether a file is read as YAML: by the end of its name.</summary>
    public static bool IsYaml(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    /// <summary>Reads YAML out of bytes, in the same encodings.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="problems">Takes what is wrong but does not keep the rest from being read.</param>
    /// <exception cref="BatchException">The text is no YAML; with the place and what to do.</exception>
    public static SourceDocument ParseYaml(ReadOnlySpan<byte> bytes, string file, SourceProblems problems) =>
        new(file, YamlNodeReader.Read(Encoding.UTF8.GetString(SourceText.ToUtf8(bytes, file)), file, problems));
}
