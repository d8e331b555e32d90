using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Faults;

/// <summary>An attempt that starts late, loses its host, or both. It stands between the engine and the runner and is each one's other side.</summary>
/// <param name="attempt">The attempt as the engine knows it.</param>
/// <param name="runner">Runs it once its time has come.</param>
/// <param name="time">The engine's clock.</param>
/// <param name="lossAfter">How long after its start the host is lost; null for never.</param>
internal sealed class FaultyAttempt(IAttempt attempt, IJobRunner runner, TimeProvider time, TimeSpan? lossAfter) : IAttempt, IRunningAttempt
{
    // Never held while the engine is called: it calls Stop under its own.
    private readonly object _gate = new();
    private IRunningAttempt? _running;
    private ITimer? _timer;
    private bool _stopped;
    private bool _hostLost;
    private bool _over;

    public string Key => attempt.Key;

    public RunnerKind? Runner => attempt.Runner;

    /// <summary>Starts the attempt after a delay.</summary>
    public void Begin(TimeSpan delay)
    {
        lock (_gate)
        {
            if (delay > TimeSpan.Zero)
                _timer = time.CreateTimer(static faulty => ((FaultyAttempt)faulty!).BeginNow(), this, delay, Timeout.InfiniteTimeSpan);
            else
                _running = runner.Start(this);
        }
    }

    public AttemptStart Prepare() => attempt.Prepare();

    public void Started(int processId)
    {
        attempt.Started(processId);
        if (lossAfter is not { } after)
            return;
        if (after == TimeSpan.Zero)
        {
            LoseHost();
            return;
        }

        lock (_gate)
        {
            if (!_over)
                _timer = time.CreateTimer(static faulty => ((FaultyAttempt)faulty!).LoseHost(), this, after, Timeout.InfiniteTimeSpan);
        }
    }

    public void Ended(AttemptEnd end)
    {
        lock (_gate)
        {
            _over = true;
            _timer?.Dispose();
        }

        attempt.Ended(_hostLost ? AttemptEnd.LostHost() : end);
    }

    public void Stop() => End(static running => running.Stop());

    public void TaskOver()
    {
        lock (_gate)
            _running?.TaskOver();
    }

    public void Kill() => End(static running => running.Kill());

    private void BeginNow()
    {
        lock (_gate)
        {
            if (!_stopped)
                _running = runner.Start(this);
        }

        if (_running is null)
            attempt.Ended(AttemptEnd.NotStarted("the job was stopped before it was started"));
    }

    private void LoseHost()
    {
        lock (_gate)
        {
            if (_over)
                return;
            _hostLost = true;
            _running!.Kill();
        }
    }

    private void End(Action<IRunningAttempt> end)
    {
        lock (_gate)
        {
            if (_running is not null)
            {
                end(_running);
            }
            else if (!_stopped)
            {
                // It waits for its late start: that comes now, and finds that it is not wanted.
                _stopped = true;
                _timer!.Dispose();
                _timer = time.CreateTimer(static faulty => ((FaultyAttempt)faulty!).BeginNow(), this, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
