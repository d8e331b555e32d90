using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Makes SubmitJob's request out of ours.</summary>
internal static class RequestBuilder
{
    /// <summary>The request; what we leave null stays out of it.</summary>
    /// <exception cref="BatchException">A value cannot be brought into the request.</exception>
    public static SubmitJobRequest ToRequest(JobRequest job, SubmitOptions options)
    {
        var request = RequestOverrides.Bind<SubmitJobRequest>(job.Overrides, job.JobName);
        request.JobName = job.JobName;
        request.JobQueue = Given(job.JobQueue) ?? request.JobQueue;
        request.JobDefinition = Given(job.JobDefinition) ?? request.JobDefinition;
        request.Parameters = NameValues.Merge(request.Parameters, job.Parameters);
        request.Tags = NameValues.Merge(request.Tags, Tags(job, options));
        request.PropagateTags = job.PropagateTags ?? request.PropagateTags;
        request.ShareIdentifier = job.ShareIdentifier ?? request.ShareIdentifier;
        request.SchedulingPriorityOverride = job.SchedulingPriority ?? request.SchedulingPriorityOverride;
        if (job.ArraySize is { } size)
            request.ArrayProperties = new ArrayProperties { Size = size };
        if (job.Attempts is { } attempts)
            (request.RetryStrategy ??= new RetryStrategy()).Attempts = JobLimits.Attempts(job.JobName, attempts);
        if (job.Timeout is { } timeout)
            (request.Timeout ??= new JobTimeout()).AttemptDurationSeconds = JobLimits.TimeoutSeconds(job.JobName, timeout);
        if (job.DependsOn.Count > 0)
            request.DependsOn = [.. request.DependsOn ?? [], .. job.DependsOn.Select(id => new JobDependency { JobId = JobReference.To(id).JobId })];
        if (HasContainer(job))
            Fill(request.ContainerOverrides ??= new ContainerOverrides(), job);
        return request;
    }

    private static bool HasContainer(JobRequest job) =>
        job.Environment.Count > 0 || job is { Command: not null } or { Vcpu: not null } or { Memory: not null } or { Gpu: not null };

    private static void Fill(ContainerOverrides container, JobRequest job)
    {
        container.Command = job.Command?.ToList() ?? container.Command;
        container.Environment = NameValues.Merge(container.Environment, job.Environment);
        // Only the list beats a definition's list; the older members would be ignored.
        container.ResourceRequirements = ResourceRequirements.ToList(container.ResourceRequirements, job.Vcpu, job.Memory, job.Gpu);
    }

    private static IReadOnlyDictionary<string, string> Tags(JobRequest job, SubmitOptions options) => options.Workload is not { } workload
        ? job.Tags
        : new Dictionary<string, string>(job.Tags, StringComparer.Ordinal) { [WorkloadTags.Workload] = workload };

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
