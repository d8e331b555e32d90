namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>A clock that stands until it is moved; timers go off in the call that moves it.</summary>
internal sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public ManualTimeProvider() : this(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <summary>How many timers wait to go off once.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _timers.Count(static timer => !timer.IsPeriodic);
        }
    }

    /// <summary>How many timers go off again and again.</summary>
    public int Periodic
    {
        get
        {
            lock (_gate)
                return _timers.Count(static timer => timer.IsPeriodic);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            var timer = new ManualTimer(this, callback, state, period) { Due = _now + dueTime };
            _timers.Add(timer);
            return timer;
        }
    }

    public void Advance(TimeSpan span)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += span;
            due = _timers.FindAll(timer => timer.Due <= _now);
            _timers.RemoveAll(timer => !timer.IsPeriodic && due.Contains(timer));
            foreach (var timer in due.Where(static timer => timer.IsPeriodic))
                timer.Due = _now + timer.Period;
        }

        foreach (var timer in due)
            timer.Callback(timer.State);
    }

    private void Remove(ManualTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        public TimerCallback Callback { get; } = callback;

        public object? State { get; } = state;

        public TimeSpan Period { get; } = period;

        public bool IsPeriodic => Period > TimeSpan.Zero;

        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => owner.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
