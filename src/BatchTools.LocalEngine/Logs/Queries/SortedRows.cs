namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The command <c>sort</c>: keeps no more rows than are wanted of it, twice over.</summary>
internal sealed class SortedRows(IReadOnlyList<(QueryExpression Value, bool IsDescending)> keys)
{
    /// <summary>How many rows are wanted.</summary>
    public int Limit { get; set; } = LogQuery.MaximumLimit;

    public IEnumerable<QueryRow> Of(IEnumerable<QueryRow> rows)
    {
        var kept = new List<Ranked>();
        var place = 0L;
        foreach (var row in rows)
        {
            row.Keep();
            kept.Add(new Ranked(row, [.. keys.Select(key => key.Value(row))], place++));
            if (kept.Count >= 2L * Limit)
                Prune(kept);
        }

        Prune(kept);
        return kept.Select(static ranked => ranked.Row);
    }

    private void Prune(List<Ranked> kept)
    {
        kept.Sort(Compare);
        if (kept.Count > Limit)
            kept.RemoveRange(Limit, kept.Count - Limit);
    }

    private int Compare(Ranked one, Ranked other)
    {
        for (var index = 0; index < keys.Count; index++)
        {
            var order = QueryValue.Compare(one.Keys[index], other.Keys[index]);
            if (order != 0)
                return keys[index].IsDescending ? -order : order;
        }

        return one.Place.CompareTo(other.Place);
    }

    private sealed record Ranked(QueryRow Row, QueryValue[] Keys, long Place);
}
