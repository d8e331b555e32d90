using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a job queue.</summary>
/// <remarks>
/// <para>
/// The queue places its jobs in the compute environments in the order in which they are given. A file holds the request of AWS's own
/// CreateJobQueue, as <c>aws batch create-job-queue --cli-input-json</c> takes it; comments and trailing commas are allowed.
/// </para>
/// </remarks>
/// <example>
/// <code>New-BatchJobQueue -Name nightly -ComputeEnvironment local -Priority 10</code>
/// <para>Creates a queue on the environment local, which every local engine offers.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem queues/*.json | New-BatchJobQueue -WhatIf</code>
/// <para>Tells which queues the files would create.</para>
/// </example>
/// <seealso cref="GetBatchJobQueueCommand"/>
/// <seealso cref="NewBatchComputeEnvironmentCommand"/>
[Cmdlet(VerbsCommon.New, "BatchJobQueue", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("CreateJobQueue")]
[OutputType(typeof(JobQueue))]
public sealed class NewBatchJobQueueCommand : CreationCmdlet<JobQueue>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("JobQueueName")]
    [RequestMember("jobQueueName")]
    public string? Name { get; set; }

    /// <summary>The compute environments, by name or ARN, or as objects, in the order in which they are tried; one to three.</summary>
    [Parameter(Position = 1, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [NameTransformation("ComputeEnvironmentName", "ComputeEnvironments")]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    [RequestMember("computeEnvironmentOrder")]
    public string[]? ComputeEnvironment { get; set; }

    /// <summary>The priority against other queues of the same compute environments; higher goes first. Default: 1.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    [RequestMember("priority")]
    public int Priority { get; set; } = 1;

    /// <summary>Whether the queue takes jobs. Default: ENABLED.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState State { get; set; } = ResourceState.ENABLED;

    /// <summary>A scheduling policy, for fair shares, by name or ARN, or as an object. Default: first in, first out.</summary>
    [Parameter]
    [Alias("SchedulingPolicyArn")]
    [NameTransformation("SchedulingPolicyArn")]
    [ArgumentCompleter(typeof(SchedulingPolicyNameCompleter))]
    [RequestMember("schedulingPolicyArn")]
    public string? SchedulingPolicy { get; set; }

    /// <summary>
    /// What ends jobs at the head of the queue that have been RUNNABLE for too long: hashtables with reason, maxTimeSeconds (600 to
    /// 86400), state (RUNNABLE) and action (CANCEL).
    /// </summary>
    [Parameter]
    [RequestMember("jobStateTimeLimitActions")]
    public object[]? JobStateTimeLimitAction { get; set; }

    /// <summary>The service environments of a queue for service jobs, by name or ARN, or as objects, in their order; in place of compute environments.</summary>
    [Parameter]
    [NameTransformation("ServiceEnvironmentName")]
    [ArgumentCompleter(typeof(ServiceEnvironmentNameCompleter))]
    [RequestMember("serviceEnvironmentOrder")]
    public string[]? ServiceEnvironment { get; set; }

    /// <summary>What the queue is for: ECS, ECS_FARGATE, EKS or SAGEMAKER_TRAINING. Default: SAGEMAKER_TRAINING with -ServiceEnvironment, else as its environments are.</summary>
    [Parameter]
    [Alias("JobQueueType")]
    [ArgumentCompleter(typeof(ConstantCompleter<JobQueueType>))]
    [RequestMember("jobQueueType")]
    public string? Type { get; set; }

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>Waits until it is VALID; if it becomes INVALID, the error tells why.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait with -Wait: a number of seconds, 15m, 1h, or a TimeSpan. Default: 10 minutes.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    private protected override void Prepare(RequestDraft draft)
    {
        if (ServiceEnvironment is not null)
            draft.PutDefault("jobQueueType", JobQueueType.SAGEMAKER_TRAINING.Value);
    }

    private protected override string Action => "Create the job queue";

    private protected override IRequestKind<JobQueue> Kind => new RequestKind<CreateJobQueueRequest, JobQueue>
    {
        Name = request => request.JobQueueName,
        Send = (connection, request, reporter, cancellation) =>
            new JobQueues(connection, reporter).CreateAsync(
                request, new LifeOptions { Wait = Wait, Limit = Timeout ?? LifeOptions.DefaultLimit }, cancellation),
    };
}
