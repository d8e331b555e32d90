namespace BatchTools.LocalEngine.Running.Simulated;

/// <summary>
/// A clock that stands still while there is something to do and then jumps to the next timer. It jumps only when no request that
/// changes something is being answered, and a moment of real time after the last one: whoever submits many jobs, one by one, has
/// them submitted at one virtual moment. All timers go off on one thread, in the order of their times.
/// </summary>
/// <param name="real">The clock of the world, for that moment.</param>
internal sealed class VirtualClock(TimeProvider real) : TimeProvider, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly object _gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Sequence), (long Due, long Sequence)> _timers = new();
    private long _now = real.GetUtcNow().UtcTicks;
    private long _sequence;
    private int _changes;
    private int _driving;
    private long? _lastChange;
    private bool _closing;
    private Thread? _thread;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Called before each jump, on the clock's thread; may block until what has happened so far is kept.</summary>
    public Action BeforeJump { get; set; } = static () => { };

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        Set(timer, dueTime, period);
        return timer;
    }

    /// <summary>Goes on where the folder's last simulation stopped, where that is later.</summary>
    public void StartFrom(DateTimeOffset known)
    {
        _now = Math.Max(_now, known.UtcTicks);
        _thread = new Thread(Run) { IsBackground = true, Name = "BatchTools virtual clock" };
        _thread.Start();
    }

    /// <summary>A request that may change something has come: until <see cref="EndChange"/> the clock stands.</summary>
    public void BeginChange()
    {
        lock (_gate)
            _changes++;
    }

    public void EndChange()
    {
        lock (_gate)
        {
            _changes--;
            _lastChange = real.GetTimestamp();
            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }

        _thread?.Join();
    }

    internal bool Set(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            // A timer that goes off again and again would make time run away: it goes along, but moves nothing.
            if (timer is { Sequence: not 0, Period.Ticks: <= 0 })
                _driving--;
            timer.Sequence = 0;
            if (dueTime < TimeSpan.Zero)
                return true;
            timer.Period = period;
            timer.Sequence = ++_sequence;
            if (period <= TimeSpan.Zero)
                _driving++;
            _timers.Enqueue((timer, _sequence), (_now + dueTime.Ticks, _sequence));
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    private void Run()
    {
        while (true)
        {
            VirtualTimer? due;
            lock (_gate)
            {
                if (_closing)
                    return;
                due = TakeDue();
                if (due is null && !MayJump())
                    continue;
            }

            if (due is not null)
                due.Call();
            else
                Jump();
        }
    }

    // The first timer whose time has come.
    private VirtualTimer? TakeDue()
    {
        if (FirstDue() is not { } due || due > _now)
            return null;
        var timer = _timers.Dequeue().Timer;
        if (timer.Period > TimeSpan.Zero)
        {
            Set(timer, timer.Period, timer.Period);
        }
        else
        {
            timer.Sequence = 0;
            _driving--;
        }

        return timer;
    }

    // When the first timer is due that was neither disposed nor set anew.
    private long? FirstDue()
    {
        while (_timers.TryPeek(out var next, out var at))
        {
            if (next.Timer.Sequence == next.Sequence)
                return at.Due;
            _timers.Dequeue();
        }

        return null;
    }

    // Waits a while where it may not; the gate is free meanwhile.
    private bool MayJump()
    {
        if (_changes > 0 || _driving == 0)
        {
            Monitor.Wait(_gate);
            return false;
        }

        if (_lastChange is { } last && Quiet - real.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            Monitor.Wait(_gate, rest);
            return false;
        }

        return true;
    }

    private void Jump()
    {
        BeforeJump();
        lock (_gate)
        {
            // While the gate was free a request may have come, or an earlier timer.
            if (_changes == 0 && _driving > 0 && FirstDue() is { } due && due > _now)
                Interlocked.Exchange(ref _now, due);
        }
    }
}
