namespace BatchTools.LocalEngine.Running.Simulated;

/// <summary>A timer of a <see cref="VirtualClock"/>.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    /// <summary>Where it stands among the timers; another number than it had there means that it was set anew or disposed. Guarded by the clock.</summary>
    public long Sequence { get; set; }

    /// <summary>How often it goes off again; zero or less for once. Guarded by the clock.</summary>
    public TimeSpan Period { get; set; }

    public void Call() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

    public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
