namespace BatchTools.Tests;

/// <summary>
/// A clock that the test moves. With <see cref="Hurry"/> it moves itself to the next timer as soon as there is one, so
/// that code which waits runs at once, and still sees its hours pass.
/// </summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public bool Hurry { get; init; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, firing what falls due.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next() is { } due && due <= end)
            MoveTo(due);
        MoveTo(end);
    }

    private DateTimeOffset? Next()
    {
        lock (_gate)
            return _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);
    }

    private void MoveTo(DateTimeOffset time)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now = time > _now ? time : _now;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._now + dueTime;
                clock._timers.Add(this);
            }

            // Only short waits are hurried: a time limit of hours must not run out before the work it limits.
            if (clock.Hurry && dueTime <= TimeSpan.FromMinutes(1))
                _ = Task.Run(() => clock.MoveTo(Due));
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
