using System.Diagnostics.CodeAnalysis;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The queries of an engine: those that run, and the newest of those that have.</summary>
internal sealed class LogQueries(LogStore logs, string account)
{
    /// <summary>How many may run at once.</summary>
    public const int MostRunning = 30;

    private const int MostKept = 100;

    private readonly object _gate = new();
    private readonly List<RunningQuery> _queries = [];

    /// <summary>Begins a query; null where too many run already.</summary>
    public RunningQuery? TryBegin(LogQuery query, IReadOnlyList<LogGroupEntry> groups, LogTimeRange range)
    {
        lock (_gate)
        {
            if (_queries.Count(static one => !one.Rows.IsCompleted) >= MostRunning)
                return null;
            if (_queries.Count >= MostKept && _queries.Find(static one => one.Rows.IsCompleted) is { } oldest)
            {
                _queries.Remove(oldest);
                oldest.Dispose();
            }

            var begun = new RunningQuery(query, groups, range, account);
            begun.Begin(logs);
            _queries.Add(begun);
            return begun;
        }
    }

    public bool TryFind(string id, [NotNullWhen(true)] out RunningQuery? query)
    {
        lock (_gate)
            query = _queries.Find(one => one.Id == id);
        return query is not null;
    }

    /// <summary>Stops what runs, so that nobody reads any more.</summary>
    public async Task CloseAsync()
    {
        List<RunningQuery> queries;
        lock (_gate)
            queries = [.. _queries];
        foreach (var query in queries)
            query.Stop();
        foreach (var query in queries)
        {
            await query.Rows.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            query.Dispose();
        }
    }
}
