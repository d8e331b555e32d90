using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes job queues.</summary>
/// <remarks>
/// <para>
/// What is not given stays as it is; where a queue is as it should be already, nothing is called, and -Verbose says so. -WhatIf shows
/// each member with its old and its new value. A file holds the request of AWS's own UpdateJobQueue. Tags are changed by Add-BatchTag
/// and Remove-BatchTag. The queues are passed on to the next command of the pipeline.
/// </para>
/// </remarks>
/// <example>
/// <code>Set-BatchJobQueue nightly -Priority 200 -WhatIf</code>
/// <para>Shows the priority that the queue has, and that it would have.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue test-* | Set-BatchJobQueue -Priority 1 -PassThru</code>
/// <para>Puts the queues whose names begin with test- behind the others, and writes them.</para>
/// </example>
/// <example>
/// <code>Set-BatchJobQueue nightly -ComputeEnvironment local -Wait</code>
/// <para>Gives a queue another environment (several are tried in the order given), and waits until that holds.</para>
/// </example>
/// <seealso cref="GetBatchJobQueueCommand"/>
/// <seealso cref="DisableBatchJobQueueCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchJobQueue", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateJobQueue")]
[OutputType(typeof(JobQueue))]
public sealed class SetBatchJobQueueCommand : UpdateCmdlet<JobQueue>
{
    /// <summary>The queues, as objects, or by name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("JobQueueName", "JobQueueArn", "JobQueue")]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string[] Name { get; set; } = [];

    /// <summary>The compute environments, by name or ARN, or as objects, in the order in which they are tried; one to three, in place of those that it has.</summary>
    [Parameter]
    [NameTransformation("ComputeEnvironmentName", "ComputeEnvironments")]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    [RequestMember("computeEnvironmentOrder")]
    public string[]? ComputeEnvironment { get; set; }

    /// <summary>The service environments of a queue for service jobs, by name or ARN, in their order.</summary>
    [Parameter]
    [NameTransformation("ServiceEnvironmentName")]
    [ArgumentCompleter(typeof(ServiceEnvironmentNameCompleter))]
    [RequestMember("serviceEnvironmentOrder")]
    public string[]? ServiceEnvironment { get; set; }

    /// <summary>The priority against other queues of the same compute environments; higher goes first.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    [RequestMember("priority")]
    public int? Priority { get; set; }

    /// <summary>Whether the queue takes new jobs.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState? State { get; set; }

    /// <summary>Another scheduling policy, by name or ARN, or as an object, in place of the one that it has. A queue without one can not gain one.</summary>
    [Parameter]
    [NameTransformation("SchedulingPolicyArn", "Arn")]
    [ArgumentCompleter(typeof(SchedulingPolicyNameCompleter))]
    [Alias("SchedulingPolicyArn")]
    [RequestMember("schedulingPolicyArn")]
    public string? SchedulingPolicy { get; set; }

    /// <summary>
    /// What ends jobs at the head of the queue that have been RUNNABLE for too long, in place of what it has: hashtables with reason,
    /// maxTimeSeconds (600 to 86400), state (RUNNABLE) and action (CANCEL).
    /// </summary>
    [Parameter]
    [RequestMember("jobStateTimeLimitActions")]
    public object[]? JobStateTimeLimitAction { get; set; }

    /// <summary>Waits until the change is complete, and not only until AWS Batch took it.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long the change of one queue may take: a number of seconds, 15m, 1h, or a TimeSpan. Default: 10 minutes.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    private protected override string Action => "Change the job queue";

    private protected override IRequestKind<JobQueue> Kind => new RequestKind<UpdateJobQueueRequest, JobQueue>
    {
        Name = request => ArnName.Of(request.JobQueue),
        Send = (connection, request, reporter, cancellation) =>
            new JobQueues(connection, reporter).UpdateAsync(request, new LifeOptions { Wait = Wait, Limit = Timeout ?? LifeOptions.DefaultLimit }, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            await new JobQueues(connection, reporter).CompareAsync(request, cancellation),
    };
}
