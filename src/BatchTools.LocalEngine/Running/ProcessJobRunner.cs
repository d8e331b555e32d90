namespace BatchTools.LocalEngine.Running;

/// <summary>Runs attempts through System.Diagnostics.Process, where there are no Unix process groups.</summary>
internal sealed class ProcessJobRunner(TimeProvider time) : IJobRunner
{
    private readonly DedicatedThreads _threads = new("BatchTools attempt");

    public IRunningAttempt Start(IAttempt attempt)
    {
        var process = new ProcessAttempt(attempt, time, _threads);
        _threads.Run(process.Run);
        return process;
    }

    public void Dispose()
    {
        // Free threads end by themselves; attempts are ended by who started them.
    }
}
