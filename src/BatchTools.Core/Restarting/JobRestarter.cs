using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Submits failed jobs again, of array jobs only the children that failed.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of what is not restarted, and why.</param>
public sealed class JobRestarter(BatchConnection connection, IReporter reporter)
{
    private readonly JobDefinitions _definitions = new(connection, reporter);
    private readonly Dictionary<string, JobDefinition?> _known = new(StringComparer.Ordinal);

    /// <summary>Submits failed jobs again. What did not fail is left alone.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; an array job stands for its failed children.</param>
    /// <param name="options">Which, and what is to be different.</param>
    /// <param name="cancellationToken">Ends the submission; jobs that were submitted go on.</param>
    /// <returns>The new jobs, each the moment the service took it.</returns>
    public async IAsyncEnumerable<Job> RestartAsync(
        IAsyncEnumerable<JobReference> jobs, RestartOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        var restarts = new List<Restart>();
        await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, jobs, cancellationToken))
        {
            if (job is null)
                reporter.Error(Jobs.NotFound(reference, connection));
            else if (await PlanAsync(job, options, cancellationToken) is { } restart && (options.Consent is not { } consent || await consent(restart, cancellationToken)))
                restarts.Add(restart);
        }

        await foreach (var job in SubmitAsync(restarts, options, cancellationToken))
            yield return job;
    }

    /// <summary>Submits again what failed of a workload and was not submitted again yet.</summary>
    /// <param name="workload">The name of the workload.</param>
    /// <param name="options">Which, and what is to be different.</param>
    /// <param name="cancellationToken">Ends the submission; jobs that were submitted go on.</param>
    /// <returns>The new jobs, each the moment the service took it.</returns>
    public async IAsyncEnumerable<Job> RestartAsync(
        string workload, RestartOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var all = new List<Job>();
        await foreach (var job in new Jobs(connection, reporter).GetAsync(new JobFilter { Workload = workload }, cancellationToken))
            all.Add(job);
        if (all.Count == 0)
            reporter.Error(BatchException.For(nameof(Messages.WorkloadNotFound), ErrorKind.NotFound, workload, workload, connection.Name));
        var restarted = all.Select(job => job.Tags.GetValueOrDefault(WorkloadTags.RestartOf)).ToHashSet(StringComparer.Ordinal);
        var failed = all.Where(job => job.Status == JobStatus.FAILED && !restarted.Contains(job.JobId));
        await foreach (var job in RestartAsync(failed.ToStreamAsync(cancellationToken).SelectAsync(JobReference.To, cancellationToken), options, cancellationToken))
            yield return job;
    }

    private async Task<Restart?> PlanAsync(Job job, RestartOptions options, CancellationToken cancellationToken)
    {
        if (job.Status != JobStatus.FAILED)
        {
            if (job.IsFinished)
                reporter.Verbose($"The job '{job.JobName}' ({job.JobId}) succeeded; it is not restarted.");
            else
                reporter.Warning($"The job '{job.JobName}' ({job.JobId}) is {job.Status}; only what has failed is restarted. Wait for it, or stop it.");
            return null;
        }

        if (job.ArrayIndex is not null || job.NodeIndex is not null)
        {
            reporter.Error(BatchException.For(nameof(Messages.RestartOfPart), ErrorKind.InvalidInput, job.JobId, job.JobId, job.JobId.Split(':', '#')[0]));
            return null;
        }

        if (job.ArraySize is not null)
            return await ChildrenAsync(job, options, cancellationToken) is { Count: > 0 } children ? new Restart(job, children) : null;
        return IsWanted(job, options) ? new Restart(job, null) : null;
    }

    private async Task<IReadOnlyList<int>> ChildrenAsync(Job parent, RestartOptions options, CancellationToken cancellationToken)
    {
        var children = new List<int>();
        await foreach (var child in new JobParts(connection, reporter, new JobFilter { FailedChild = true }).NamesAsync(new[] { JobReference.To(parent) }.ToStreamAsync(cancellationToken), cancellationToken))
        {
            if (child.Job is { ArrayIndex: { } index } job && IsWanted(job, options))
                children.Add(index);
        }

        children.Sort();
        return children;
    }

    private static bool IsWanted(Job job, RestartOptions options) =>
        options.FailureClasses.Count == 0 || options.FailureClasses.Contains(job.FailureClass ?? FailureClass.Unknown);

    private async IAsyncEnumerable<Job> SubmitAsync(
        List<Restart> restarts, RestartOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A job that waits for another one of them needs the new id of that one, so they go in rounds.
        var renewed = new Dictionary<string, Job>(StringComparer.Ordinal);
        var left = restarts.ToDictionary(restart => restart.Job.JobId, StringComparer.Ordinal);
        while (left.Count > 0)
        {
            var round = left.Values.Where(restart => !restart.Job.DependsOn.Any(left.ContainsKey)).ToArray();
            foreach (var restart in round)
                left.Remove(restart.Job.JobId);
            var requests = RequestsAsync(round, renewed, options, cancellationToken);
            await foreach (var job in new JobSubmission(connection, reporter).SubmitAsync(requests, new SubmitOptions { Expected = restarts.Count }, cancellationToken))
            {
                renewed[job.Tags[WorkloadTags.RestartOf]] = job;
                yield return job;
            }
        }
    }

    private async IAsyncEnumerable<JobRequest> RequestsAsync(
        Restart[] round, Dictionary<string, Job> renewed, RestartOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var restart in round)
        {
            var dependsOn = await DependenciesAsync(restart.Job, renewed, cancellationToken);
            if (dependsOn is not null && Build(restart, await DefinitionAsync(restart.Job.JobDefinition, cancellationToken), options, dependsOn) is { } request)
                yield return request;
        }
    }

    private JobRequest? Build(Restart restart, JobDefinition? definition, RestartOptions options, IReadOnlyList<string> dependsOn)
    {
        try
        {
            return new RestartRequest(restart, definition, options).Build(dependsOn);
        }
        catch (BatchException error)
        {
            reporter.Error(error);
            return null;
        }
    }

    // What has succeeded needs no waiting for; what has failed and is not restarted would let the job fail again.
    private async Task<IReadOnlyList<string>?> DependenciesAsync(Job job, Dictionary<string, Job> renewed, CancellationToken cancellationToken)
    {
        var dependsOn = job.DependsOn.Where(renewed.ContainsKey).Select(id => renewed[id].JobId).ToList();
        var old = job.DependsOn.Where(id => !renewed.ContainsKey(id)).ToArray();
        if (old.Length == 0)
            return dependsOn;
        foreach (var (id, detail) in await JobDescriptions.DescribeAsync(job.Connection, old, cancellationToken))
        {
            if (detail.Status == Amazon.Batch.JobStatus.FAILED)
            {
                reporter.Error(BatchException.For(nameof(Messages.RestartNeedsOther), ErrorKind.Conflict, job.JobId, job.JobName, job.JobId, detail.JobName, id));
                return null;
            }

            if (detail.Status != Amazon.Batch.JobStatus.SUCCEEDED)
                dependsOn.Add(id);
        }

        return dependsOn;
    }

    private async Task<JobDefinition?> DefinitionAsync(string name, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(name, out var definition))
            _known[name] = definition = await _definitions.FindAsync(name, cancellationToken);
        return definition;
    }
}
