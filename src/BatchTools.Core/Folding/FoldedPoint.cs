namespace BatchTools;

/// <summary>The point that a child of a folded array computes, read back out of its command.</summary>
/// <param name="Index">The index of the point in its sweep; null where the array does not keep it.</param>
/// <param name="Parameters">The parameters that differ between the children.</param>
internal sealed record FoldedPoint(long? Index, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What a folded job's script is called, where it goes by the indexes of the sweep.</summary>
    public const string ByIndex = "batchtools-points";

    /// <summary>What a folded job's script is called, where it goes by the places in its own table.</summary>
    public const string ByPlace = "batchtools-table";

    private static Read? _last;

    /// <summary>The point of an array child.</summary>
    /// <param name="command">The command of the child.</param>
    /// <param name="child">The index of the child.</param>
    /// <returns>The point; null if the array is no folded one, or its children compute several points.</returns>
    public static FoldedPoint? Of(IReadOnlyList<string> command, int child)
    {
        if (command is not [_, "-c", var script, ByIndex or ByPlace])
            return null;
        // Children come one after the other, with the same script.
        var read = _last is { } last && last.Script == script ? last : _last = Read.From(script);
        if (read.Indexes?.At(child) is not { } index)
            return null;
        return new(
            command[3] == ByIndex ? index : null,
            read.Columns.ToDictionary(column => column.Name, column => column.Text(index), StringComparer.Ordinal));
    }

    private sealed record Read(string Script, PointIndexes? Indexes, IReadOnlyList<PointColumn> Columns)
    {
        public static Read From(string script)
        {
            var at = 0;
            foreach (var function in new[] { ListedValues.Function, ProgressionValues.Function, PointIndexes.Function })
            {
                if (string.CompareOrdinal(script, at, function, 0, function.Length) == 0)
                    at += function.Length + 1;
            }

            var indexes = PointIndexes.Read(script, ref at);
            var columns = new List<PointColumn>();
            while (indexes is not null && PointColumn.Read(script, ref at) is { } column)
                columns.Add(column);
            return new(script, indexes, columns);
        }
    }
}
