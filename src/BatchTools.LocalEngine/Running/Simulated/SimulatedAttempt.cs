using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Running.Simulated;

/// <summary>One simulated attempt: a timer that starts it and one that ends it.</summary>
internal sealed class SimulatedAttempt(IAttempt attempt, TimeProvider time, int seed) : IRunningAttempt
{
    private const int StoppedExit = 143;
    private const int KilledExit = 137;

    // Never held while the engine is called: it calls Stop under its own.
    private readonly object _gate = new();
    private AttemptStart? _start;
    private ITimer? _timer;
    private int? _exitCode;
    private bool _stopped;
    private bool _ended;

    public void Begin()
    {
        // A timer that is due tells of the start from another thread, after the caller has let go of the engine's gate.
        lock (_gate)
            _timer = time.CreateTimer(static simulated => ((SimulatedAttempt)simulated!).Run(), this, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Stop() => EndNow(StoppedExit);

    public void Kill() => EndNow(KilledExit);

    private void Run()
    {
        SimulatedOutcome outcome;
        try
        {
            _start = attempt.Prepare();
            outcome = SimulatedOutcome.Of(_start.Environment, seed, attempt.Key);
        }
        catch (AttemptStartException fault)
        {
            _start?.Output.Complete();
            attempt.Ended(AttemptEnd.NotStarted(fault.Message));
            return;
        }

        attempt.Started(processId: 0);
        lock (_gate)
        {
            _exitCode ??= outcome.ExitCode;
            SetEnd(_stopped ? TimeSpan.Zero : outcome.Duration);
        }
    }

    private void EndNow(int exitCode)
    {
        lock (_gate)
        {
            if (_stopped)
                return;
            _stopped = true;
            // Before the start its own timer is still to come, and finds the exit code here.
            var runs = _exitCode is not null;
            _exitCode = exitCode;
            if (runs)
                SetEnd(TimeSpan.Zero);
        }
    }

    private void SetEnd(TimeSpan after)
    {
        _timer!.Dispose();
        _timer = time.CreateTimer(static simulated => ((SimulatedAttempt)simulated!).End(), this, after, Timeout.InfiniteTimeSpan);
    }

    private void End()
    {
        int? exitCode;
        lock (_gate)
        {
            // On a real clock the end by itself and the end by a stop may come together.
            if (_ended)
                return;
            _ended = true;
            exitCode = _exitCode;
            _timer!.Dispose();
        }

        _start!.Output.Write(Encoding.UTF8.GetBytes($"Simulated; exit code {exitCode!.Value.ToString(CultureInfo.InvariantCulture)}\n"));
        _start.Output.Complete();
        attempt.Ended(AttemptEnd.Exited(exitCode));
    }
}
