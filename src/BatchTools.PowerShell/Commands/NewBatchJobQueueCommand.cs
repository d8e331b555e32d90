using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.WorkloadFiles;

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
[OutputType(typeof(JobQueue))]
public sealed class NewBatchJobQueueCommand : ConnectedCmdlet<JobQueueSpec, JobQueue>
{
    private const string PropertySet = "Property";
    private const string PathSet = "Path";

    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Alias("JobQueueName")]
    public string Name { get; set; } = "";

    /// <summary>The compute environments, by name or ARN, or as objects, in the order in which they are tried; one to three.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PropertySet)]
    [NameTransformation("ComputeEnvironmentName", "ComputeEnvironments")]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    public string[] ComputeEnvironment { get; set; } = [];

    /// <summary>The priority against other queues of the same compute environments; higher goes first. Default: 1.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(0, 1000)]
    public int Priority { get; set; } = 1;

    /// <summary>Whether the queue takes jobs. Default: ENABLED.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public ResourceState State { get; set; } = ResourceState.ENABLED;

    /// <summary>The ARN of a scheduling policy, for fair shares. Default: first in, first out.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string? SchedulingPolicyArn { get; set; }

    /// <summary>The tags.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [Alias("Tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>JSON files with the queues to create, in AWS's own shape.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spec in ParameterSetName == PathSet ? Read(Path, SpecFile.JobQueue) : [Spec()])
        {
            if (ShouldProcess(spec.JobQueueName, "Create the job queue"))
                PostToTarget(spec);
        }
    }

    private protected override IAsyncEnumerable<JobQueue> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobQueueSpec> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var queues = new JobQueues(connection, reporter);
        return input.SelectEachAsync(reporter, (spec, cancellation) => queues.CreateAsync(spec, cancellationToken: cancellation), cancellationToken);
    }

    private JobQueueSpec Spec() => new()
    {
        JobQueueName = Name,
        ComputeEnvironments = ComputeEnvironment,
        Priority = Priority,
        State = State,
        SchedulingPolicyArn = SchedulingPolicyArn,
        Tags = Tag is null ? null : StringMap.From(Tag),
    };
}
