namespace BatchTools;

/// <summary>
/// Paces calls of one kind on one connection. Every one takes the next free place in time; the pace is halved when the
/// service throttles, and recovers slowly.
/// </summary>
internal sealed class CallRate(double perSecond, TimeProvider timeProvider)
{
    private const double Slowest = 0.5;
    private const double Recovery = 1.2;
    private const int AcceptedBeforeRecovery = 100;

    private readonly object _gate = new();
    private readonly double _highest = perSecond;
    private double _current = perSecond;
    private int _accepted;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>The calls a second that are allowed now.</summary>
    public double Current
    {
        get
        {
            lock (_gate)
                return _current;
        }
    }

    /// <summary>The pace of submissions that AWS grants an account: 50 a second.</summary>
    public static CallRate ForSubmissions(TimeProvider timeProvider) => new(50, timeProvider);

    /// <summary>A pace of reading logs that leaves some of an account's 25 calls a second to others.</summary>
    public static CallRate ForLogs(TimeProvider timeProvider) => new(20, timeProvider);

    /// <summary>No pace of its own.</summary>
    public static CallRate Unlimited(TimeProvider timeProvider) => new(double.PositiveInfinity, timeProvider);

    /// <summary>Waits for the next place in time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (double.IsPositiveInfinity(_highest))
            return;
        TimeSpan wait;
        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            var place = _next > now ? _next : now;
            _next = place + TimeSpan.FromSeconds(1 / _current);
            wait = place - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, timeProvider, cancellationToken);
    }

    /// <summary>Tells that a call was accepted.</summary>
    public void Accepted()
    {
        lock (_gate)
        {
            if (_current >= _highest || ++_accepted < AcceptedBeforeRecovery)
                return;
            _accepted = 0;
            _current = Math.Min(_highest, _current * Recovery);
        }
    }

    /// <summary>Tells that a call was throttled.</summary>
    public void Throttled()
    {
        lock (_gate)
        {
            _accepted = 0;
            if (!double.IsPositiveInfinity(_highest))
                _current = Math.Max(Slowest, _current / 2);
        }
    }
}
