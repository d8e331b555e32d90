namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>Runs each attempt as a child process in a process group of its own.</summary>
/// <param name="time">The clock of the time between TERM and KILL.</param>
/// <param name="features">What to use. Default: what this machine has.</param>
internal sealed class UnixJobRunner(TimeProvider time, UnixFeatures? features = null) : IJobRunner
{
    private readonly DedicatedThreads _threads = new("BatchTools attempt");

    public IRunningAttempt Start(IAttempt attempt)
    {
        var process = new UnixAttempt(attempt, time, features ?? UnixFeatures.Detected, _threads);
        _threads.Run(process.Run);
        return process;
    }

    public void Dispose()
    {
        // Free threads end by themselves; attempts are ended by who started them.
    }
}
