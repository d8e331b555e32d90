namespace BatchTools;

/// <summary>
/// Brings lines of many streams into the order of their times. A line waits for as long as the window; every line that is
/// there by then and is earlier goes before it. Lines of one stream never change their order.
/// </summary>
internal sealed class LogWindow(TimeSpan length)
{
    private readonly PriorityQueue<JobLogEvent, (long Ticks, int Stream, long Number)> _lines = new();
    private readonly Queue<(DateTimeOffset Leaves, long Ticks)> _arrivals = new();
    private readonly Dictionary<int, long> _latest = [];
    private long _number;
    private long _ready = long.MinValue;

    /// <summary>When a line has waited long enough.</summary>
    public DateTimeOffset Due => _arrivals.TryPeek(out var first) ? first.Leaves : DateTimeOffset.MaxValue;

    /// <summary>Takes lines of one stream.</summary>
    /// <param name="stream">The stream's number.</param>
    /// <param name="lines">The lines in their order.</param>
    /// <param name="now">The time.</param>
    public void Add(int stream, IReadOnlyList<JobLogEvent> lines, DateTimeOffset now)
    {
        var latest = _latest.GetValueOrDefault(stream, long.MinValue);
        foreach (var line in lines)
        {
            latest = Math.Max(latest, line.Ticks);
            _lines.Enqueue(line, (latest, stream, _number++));
        }

        _latest[stream] = latest;
        _arrivals.Enqueue((now + length, latest));
    }

    /// <summary>The lines whose time has come.</summary>
    /// <param name="now">The time.</param>
    /// <param name="heldBack">The ticks behind which nothing goes out yet.</param>
    public IReadOnlyList<JobLogEvent> Take(DateTimeOffset now, long heldBack)
    {
        while (_arrivals.TryPeek(out var first) && first.Leaves <= now)
        {
            _ready = Math.Max(_ready, first.Ticks);
            _arrivals.Dequeue();
        }

        var until = Math.Min(_ready, heldBack);
        var taken = new List<JobLogEvent>();
        while (_lines.TryPeek(out _, out var order) && order.Ticks <= until)
            taken.Add(_lines.Dequeue());
        return taken;
    }
}
