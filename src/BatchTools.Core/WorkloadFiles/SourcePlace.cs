namespace BatchTools.WorkloadFiles;

/// <summary>A place in a file, as compilers write it: `file(line,column)`, both counted from 1.</summary>
/// <param name="File">The file as its reader was told of it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 characters, as editors count, from 1.</param>
internal sealed record SourcePlace(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line},{Column})";
}
