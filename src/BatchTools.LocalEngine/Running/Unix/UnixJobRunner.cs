namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>Runs each attempt as a child process in a process group of its own.</summary>
/// <param name="time">The clock of the time between TERM and KILL.</param>
/// <param name="usesProcessDescriptors">Whether a descriptor tells of a process's end where the kernel has such; else a thread waits for it.</param>
internal sealed class UnixJobRunner(TimeProvider time, bool usesProcessDescriptors = true) : IJobRunner
{
    private readonly DedicatedThreads _threads = new("BatchTools attempt");

    public IRunningAttempt Start(IAttempt attempt)
    {
        var process = new UnixAttempt(attempt, time, usesProcessDescriptors);
        _threads.Run(process.Run);
        return process;
    }

    public void Dispose()
    {
        // Free threads end by themselves; attempts are ended by who started them.
    }
}
