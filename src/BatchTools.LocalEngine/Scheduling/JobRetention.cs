using BatchTools.LocalEngine.Logs;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Removes jobs with their logs once they have been over for as long as they are kept: when the engine is opened, then every hour.</summary>
/// <param name="state">The engine's state.</param>
/// <param name="logs">The jobs' logs.</param>
/// <param name="kept">How long finished jobs are kept; infinite for ever.</param>
internal sealed class JobRetention(EngineState state, LogStore logs, TimeSpan kept) : IDisposable
{
    // Bounds how long the gate is held.
    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private ITimer? _timer;

    /// <summary>Removes what has been kept for long enough, now and from now on.</summary>
    public void Begin()
    {
        if (kept == Timeout.InfiniteTimeSpan)
            return;
        RemoveAll();
        // Periodic: a timer that is set anew each time would drive a simulated clock on for ever.
        lock (state.Gate)
            _timer = state.Time.CreateTimer(static retention => ((JobRetention)retention!).RemoveAll(), this, Interval, Interval);
    }

    public void Dispose()
    {
        lock (state.Gate)
            _timer?.Dispose();
    }

    private void RemoveAll()
    {
        while (RemoveSome())
        {
        }
    }

    // Whether there may be more.
    private bool RemoveSome()
    {
        lock (state.Gate)
        {
            if (state.IsClosing || state.Store.HasFailed)
                return false;
            var before = (state.Time.GetUtcNow() - kept).ToUnixTimeMilliseconds();
            var expired = state.Jobs.All.Where(job => job.IsOver && job.StoppedAt <= before).Take(MostAtOnce).ToList();
            foreach (var job in expired)
            {
                RemoveLogs(job);
                state.Store.RemoveJob(job.Submission);
            }

            state.Jobs.Remove(expired);
            return expired.Count == MostAtOnce;
        }
    }

    private void RemoveLogs(Job job)
    {
        foreach (var executable in job.Executables)
        {
            foreach (var (attempt, container) in executable.Attempts.SelectMany(_ => executable.Plan.Containers, static (attempt, container) => (attempt, container)))
                logs.RemoveStream(LogNames.Group(container), LogNames.Stream(job.Submission, container, attempt.TaskId));
        }
    }
}
