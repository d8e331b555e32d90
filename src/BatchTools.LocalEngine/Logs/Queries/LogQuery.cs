namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A query of CloudWatch Logs Insights, read and ready to run.</summary>
/// <param name="Steps">Its commands in their order.</param>
/// <param name="Columns">The fields that it shows.</param>
/// <param name="Matching">How many of the commands, from the first on, decide about which events match.</param>
internal sealed record LogQuery(IReadOnlyList<QueryStep> Steps, IReadOnlyList<string> Columns, int Matching)
{
    /// <summary>How many rows come where neither the query nor its caller says.</summary>
    public const int DefaultLimit = 10_000;

    /// <summary>The most rows that a query may ask for.</summary>
    public const int MaximumLimit = 100_000;

    /// <summary>Reads a query.</summary>
    /// <param name="text">The query.</param>
    /// <param name="limit">How many rows come at most where the query does not say.</param>
    /// <exception cref="QuerySyntaxException">It is none.</exception>
    public static LogQuery Parse(string text, int? limit = null) => new QueryParser(text, limit ?? DefaultLimit).Read();

    /// <summary>The rows that it makes of events, each a list of the shown fields that it has.</summary>
    /// <param name="events">The events.</param>
    /// <param name="matched">Is called for each event that passes the filters.</param>
    public IEnumerable<List<(string Field, string Value)>> Run(IEnumerable<QueryRow> events, Action matched)
    {
        var found = Steps.Take(Matching).Aggregate(events, static (rows, step) => step(rows)).Select(row =>
        {
            matched();
            return row;
        });
        foreach (var row in Steps.Skip(Matching).Aggregate(found, static (rows, step) => step(rows)))
        {
            var shown = new List<(string, string)>(Columns.Count);
            foreach (var column in Columns)
            {
                if (row[column].Text is { } value)
                    shown.Add((column, value));
            }

            yield return shown;
        }
    }
}
