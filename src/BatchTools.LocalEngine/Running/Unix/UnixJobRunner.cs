namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>Runs each attempt as a child process in a process group of its own.</summary>
internal sealed class UnixJobRunner(TimeProvider time) : IJobRunner
{
    private readonly DedicatedThreads _threads = new("BatchTools attempt");

    public IRunningAttempt Start(IAttempt attempt)
    {
        var process = new UnixAttempt(attempt, time);
        _threads.Run(process.Run);
        return process;
    }

    public void Dispose()
    {
        // Free threads end by themselves; attempts are ended by who started them.
    }
}
