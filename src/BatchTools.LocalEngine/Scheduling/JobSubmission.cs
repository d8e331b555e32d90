using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>What a SubmitJob asked for, with what follows from its definition. Fixed but for its tags.</summary>
internal sealed class JobSubmission(
    long sequence, string id, long createdAt, SubmitJobRequest request, JobDefinitionRevision definition, JobQueue queue)
{
    /// <summary>Orders jobs by their submission.</summary>
    public long Sequence { get; } = sequence;

    public string Id { get; } = id;

    /// <summary>Milliseconds since 1970.</summary>
    public long CreatedAt { get; } = createdAt;

    /// <summary>The request as it came; replaced by a copy when tags change.</summary>
    public SubmitJobRequest Request { get; set; } = request;

    public JobDefinitionRevision Definition { get; } = definition;

    public JobQueue Queue { get; } = queue;

    public string Name => Request.JobName!;

    /// <summary>The definition's container, without the overrides.</summary>
    public ContainerProperties Container => Definition.Detail.ContainerProperties!;

    public ContainerOverrides? Overrides => Request.ContainerOverrides;

    /// <summary>The command as given, <c>Ref::</c> unresolved; empty where neither the request nor the definition has one.</summary>
    public IReadOnlyList<string> Command => Overrides?.Command is { Count: > 0 } command ? command : Container.Command ?? [];

    /// <summary>The vCPUs that an attempt takes.</summary>
    public decimal Vcpus { get; } = ResourceNeeds.Vcpus(definition.Detail.ContainerProperties!, request.ContainerOverrides);

    /// <summary>The request's retry strategy, else the definition's.</summary>
    public RetryStrategy? RetryStrategy => Request.RetryStrategy ?? Definition.Detail.RetryStrategy;

    /// <summary>How often a job is tried.</summary>
    public int MaxAttempts => RetryStrategy?.Attempts ?? 1;

    /// <summary>How long an attempt may run; null for without end.</summary>
    public TimeSpan? Timeout => (Request.Timeout ?? Definition.Detail.Timeout)?.AttemptDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Why the job cannot be placed whatever room there is; null where it can.</summary>
    public string? Fault { get; } = SubmissionFaults.Find(request, definition.Detail);

    /// <summary>The definition's parameters under the request's.</summary>
    public IReadOnlyDictionary<string, string> Parameters => ParameterRules.Merge(Definition.Detail.Parameters, Request.Parameters);
}
