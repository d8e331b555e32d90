namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A query that runs, or has run. Its figures can be read meanwhile.</summary>
internal sealed class RunningQuery(LogQuery query, IReadOnlyList<LogGroupEntry> groups, LogTimeRange range, string account) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private long _scanned;
    private long _matched;
    private long _bytes;

    public string Id { get; } = Guid.NewGuid().ToString();

    public IReadOnlyList<LogGroupEntry> Groups { get; } = groups;

    /// <summary>Completes at its end, however that came.</summary>
    public Task<IReadOnlyList<List<(string Field, string Value)>>> Rows { get; private set; } = null!;

    public long RecordsScanned => Volatile.Read(ref _scanned);

    public long BytesScanned => Volatile.Read(ref _bytes);

    /// <summary>The events that passed the filters.</summary>
    public long RecordsMatched => Volatile.Read(ref _matched);

    public void Begin(LogStore logs) =>
        Rows = Task.Run(() => logs.Read<IReadOnlyList<List<(string, string)>>>(reader => [.. query.Run(Events(reader), () => Volatile.Write(ref _matched, _matched + 1))]), _stop.Token);

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private IEnumerable<QueryRow> Events(LogReader reader)
    {
        var streams = Groups.SelectMany(group => reader.Streams(group, descending: false).Select(stream => (stream.Id, Group: $"{account}:{group.Name}", stream.Name)))
            .ToDictionary(static stream => stream.Id);
        foreach (var entry in LogMerge.Merge(reader.ByTime(range), streams.ContainsKey, range))
        {
            _stop.Token.ThrowIfCancellationRequested();
            Volatile.Write(ref _scanned, _scanned + 1);
            Volatile.Write(ref _bytes, _bytes + entry.Message.Length);
            var stream = streams[LogPosition.Stream(entry.Position)];
            yield return new QueryRow(new QueryEvent(entry, stream.Group, stream.Name));
        }
    }
}
