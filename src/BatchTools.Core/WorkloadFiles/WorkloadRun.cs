namespace BatchTools;

/// <summary>
/// Runs a workload file: checks everything, creates what is missing, submits the jobs and waits for them.
/// </summary>
/// <param name="connection">Where to run it.</param>
/// <param name="reporter">Takes progress, warnings, and errors of single jobs.</param>
public sealed class WorkloadRun(BatchConnection connection, IReporter reporter)
{
    /// <summary>Runs a file and yields each job as it ends.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Ends the work; jobs that were submitted go on.</param>
    /// <returns>The jobs, each as it ends.</returns>
    /// <exception cref="BatchException">Something is wrong with the file; nothing was submitted.</exception>
    public IAsyncEnumerable<Job> RunAsync(WorkloadFile file, WorkloadRunOptions options, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException($"{connection} {reporter}");

    /// <summary>The sum of what the run has done so far; jobs that have not ended count as unfinished.</summary>
    /// <returns>The summary.</returns>
    public WorkloadSummary ToSummary() => throw new NotImplementedException();
}
