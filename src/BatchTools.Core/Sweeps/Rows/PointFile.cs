using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Reads the points of a sweep from a file: a table with a line of names, or a JSON list of objects.</summary>
internal static class PointFile
{
    /// <summary>The rows of a file, as they are read.</summary>
    /// <param name="path">A file that ends in .csv, .tsv or .json.</param>
    /// <exception cref="BatchException">The file cannot be read, or holds no points; with the place.</exception>
    public static IEnumerable<IReadOnlyList<KeyValuePair<string, object>>> Read(string path) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => new TableReader(path, ',').Rows(),
            ".TSV" or ".TAB" => new TableReader(path, '\t').Rows(),
            ".JSON" => Objects(path),
            _ => throw BatchException.For(nameof(Messages.PointFileKind), ErrorKind.InvalidInput, path, path),
        };

    private static IEnumerable<IReadOnlyList<KeyValuePair<string, object>>> Objects(string path)
    {
        var problems = new SourceProblems();
        var document = SourceDocument.Load(path, problems);
        var reader = new SectionReader(problems);
        var rows = reader.List(document.Root).Select(node => Members(node, reader)).ToList();
        problems.ThrowIfAny();
        return rows;
    }

    private static IReadOnlyList<KeyValuePair<string, object>> Members(SourceNode node, SectionReader reader) =>
        [.. (reader.Object(node, [.. (node as SourceObject)?.Members.Select(member => member.Name) ?? []])?.Members ?? [])
            .Select(member => KeyValuePair.Create(member.Name, Value(member.Value, reader)!))];

    // A number stays as it is written: 1.50 is not 1.5 to a program that reads text.
    private static object? Value(SourceNode node, SectionReader reader) =>
        node is SourceScalar { Type: SourceScalarType.Number } number && number.ToValue() is not long ? number.Text : reader.Value(node);
}
