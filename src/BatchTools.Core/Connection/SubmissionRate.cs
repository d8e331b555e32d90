namespace BatchTools;

/// <summary>
/// Paces the submissions of one connection. Every one takes the next free place in time; the pace is halved when the
/// service throttles, and recovers slowly.
/// </summary>
internal sealed class SubmissionRate(double perSecond, TimeProvider timeProvider)
{
    private const double Slowest = 0.5;
    private const double Recovery = 1.2;
    private const int AcceptedBeforeRecovery = 100;

    private readonly object gate = new();
    private readonly double highest = perSecond;
    private double current = perSecond;
    private int accepted;
    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>The submissions a second that are allowed now.</summary>
    public double Current
    {
        get
        {
            lock (gate)
                return current;
        }
    }

    /// <summary>The pace that AWS grants an account: 50 a second.</summary>
    public static SubmissionRate ForAws(TimeProvider timeProvider) => new(50, timeProvider);

    /// <summary>No pace of its own.</summary>
    public static SubmissionRate Unlimited(TimeProvider timeProvider) => new(double.PositiveInfinity, timeProvider);

    /// <summary>Waits for the next place in time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (double.IsPositiveInfinity(highest))
            return;
        TimeSpan wait;
        lock (gate)
        {
            var now = timeProvider.GetUtcNow();
            var place = next > now ? next : now;
            next = place + TimeSpan.FromSeconds(1 / current);
            wait = place - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, timeProvider, cancellationToken);
    }

    /// <summary>Tells that a submission was accepted.</summary>
    public void Accepted()
    {
        lock (gate)
        {
            if (current >= highest || ++accepted < AcceptedBeforeRecovery)
                return;
            accepted = 0;
            current = Math.Min(highest, current * Recovery);
        }
    }

    /// <summary>Tells that a submission was throttled.</summary>
    public void Throttled()
    {
        lock (gate)
        {
            accepted = 0;
            if (!double.IsPositiveInfinity(highest))
                current = Math.Max(Slowest, current / 2);
        }
    }
}
