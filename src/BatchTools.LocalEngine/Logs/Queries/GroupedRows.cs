namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The command <c>stats</c>: a row of figures for each combination of the keys' values.</summary>
internal sealed class GroupedRows
{
    /// <summary>What is worked out, and under which name.</summary>
    public List<(string Name, Func<Aggregate> Make)> Figures { get; } = [];

    /// <summary>What rows are grouped by; nothing makes one row of all.</summary>
    public List<(string Name, QueryExpression Value)> Keys { get; } = [];

    public IEnumerable<QueryRow> Of(IEnumerable<QueryRow> rows)
    {
        var groups = new Dictionary<string, (QueryValue[] Keys, Aggregate[] Figures)>(StringComparer.Ordinal);
        if (Keys.Count == 0)
            groups.Add("", ([], Fresh()));
        foreach (var row in rows)
        {
            QueryValue[] values = [.. Keys.Select(key => key.Value(row))];
            var name = string.Join('\0', values.Select(static value => value.Text));
            if (!groups.TryGetValue(name, out var group))
                groups.Add(name, group = (values, Fresh()));
            foreach (var figure in group.Figures)
                figure.Add(row);
        }

        return groups.Values.Select(ToRow);
    }

    private Aggregate[] Fresh() => [.. Figures.Select(static figure => figure.Make())];

    private QueryRow ToRow((QueryValue[] Keys, Aggregate[] Figures) group)
    {
        var row = new QueryRow();
        for (var index = 0; index < Keys.Count; index++)
            row[Keys[index].Name] = group.Keys[index];
        for (var index = 0; index < Figures.Count; index++)
            row[Figures[index].Name] = group.Figures[index].Result();
        return row;
    }
}
