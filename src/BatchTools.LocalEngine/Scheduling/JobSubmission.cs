using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Nodes;
using BatchTools.LocalEngine.Scheduling.Plans;
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

    /// <summary>What the job runs and needs; a multi-node job has a plan for each node.</summary>
    public JobPlan[] Plans { get; } = JobPlans.Make(request, definition.Detail);

    /// <summary>The plan of a job that has one.</summary>
    public JobPlan Plan => Plans[0];

    /// <summary>The main node of a multi-node job; null for other jobs.</summary>
    public int? MainNode => Definition.Detail.NodeProperties?.MainNode;

    /// <summary>The share of a queue with fair share scheduling; null on other queues.</summary>
    public string? ShareIdentifier => Request.ShareIdentifier;

    /// <summary>Within a share, jobs with a higher one go first.</summary>
    public int SchedulingPriority => Request.SchedulingPriorityOverride ?? Definition.Detail.SchedulingPriority ?? 0;

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

    /// <summary>The job, array or multi-node job that was asked for.</summary>
    public Job MakeJob() => this switch
    {
        { Definition.Detail.NodeProperties: not null } => new MultiNodeJob(this),
        { Request.ArrayProperties.Size: { } size } => new ArrayJob(this, size),
        _ => new SingleJob(this),
    };
}
