// The operations' signatures, so that the hosts compile; each moves to a file of its own with its work.
#pragma warning disable CS1591, CS9113, IDE0060, CS1998, CA1822, CA1068
namespace BatchTools;

public sealed class JobSubmission(BatchConnection connection, IReporter reporter)
{
    /// <summary>Checks and submits each request as it comes; a bad one is reported and the others go on.</summary>
    public IAsyncEnumerable<Job> SubmitAsync(IAsyncEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <summary>Checks every request before the first is submitted; with one bad, reports all that are bad and submits none.</summary>
    public IAsyncEnumerable<Job> SubmitAsync(IReadOnlyList<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <summary>What is wrong with the requests; empty if nothing.</summary>
    public IAsyncEnumerable<BatchException> CheckAsync(IEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

public sealed class JobStopper(BatchConnection connection, IReporter reporter)
{
    public IAsyncEnumerable<Job> StopAsync(IAsyncEnumerable<JobReference> jobs, StopOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

public sealed class JobLogs(BatchConnection connection, IReporter reporter)
{
    public IAsyncEnumerable<JobLogEvent> ReadAsync(IAsyncEnumerable<JobReference> jobs, LogOptions options, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

public sealed class ComputeEnvironments(BatchConnection connection, IReporter reporter)
{
    /// <summary>Names (with * and ?) or ARNs; none: all. A missing name is reported.</summary>
    public IAsyncEnumerable<ComputeEnvironment> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default) => throw new NotImplementedException();
    public Task<ComputeEnvironment> CreateAsync(ComputeEnvironmentSpec spec, bool wait = false, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

public sealed class JobQueues(BatchConnection connection, IReporter reporter)
{
    /// <summary>Names (with * and ?) or ARNs; none: all. A missing name is reported.</summary>
    public IAsyncEnumerable<JobQueue> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default) => throw new NotImplementedException();
    public Task<JobQueue> CreateAsync(JobQueueSpec spec, bool wait = false, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

public sealed class JobDefinitions(BatchConnection connection, IReporter reporter)
{
    public IAsyncEnumerable<JobDefinition> GetAsync(JobDefinitionFilter filter, CancellationToken cancellationToken = default) => throw new NotImplementedException();
    public Task<JobDefinition> RegisterAsync(JobDefinitionSpec spec, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
