using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

public sealed partial class SubmitBatchJobCommand
{
    /// <summary>
    /// What to submit: a point or a chunk of a sweep, as New-BatchSweep makes it, which names the job and gives it its parameters; a
    /// hashtable or an object with the members of SubmitJob by AWS's names or by the names of the parameters; JSON text in AWS's own
    /// shape, or a file; a job definition. Parameters go over what it says, but for the values of a point.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [Alias("Point")]
    public PSObject? InputObject { get; set; }

    /// <summary>The name of the job: up to 128 letters, digits, '-' and '_'. With -AsArray, the name of the array job; default: what the names of its points begin with.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("Name")]
    [RequestMember("jobName")]
    public string? JobName { get; set; }

    /// <summary>The queue, by name or ARN, or as an object.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PropertySet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = InputObjectSet)]
    [Alias("JobQueueName", "Queue")]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string? JobQueue { get; set; }

    /// <summary>The job definition: a name for its latest active revision, name:revision, an ARN, or an object.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PropertySet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = InputObjectSet)]
    [Alias("JobDefinitionArn", "Definition")]
    [NameTransformation("JobDefinition")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    [RequestMember("jobDefinition")]
    public string? JobDefinition { get; set; }

    /// <summary>Values for <c>Ref::name</c> in the definition's command, over its own. A point's values go over these.</summary>
    [Parameter]
    [RequestMember("parameters")]
    public IDictionary? Parameter { get; set; }

    /// <summary>Environment variables, over the definition's own of the same names.</summary>
    [Parameter]
    [RequestMember("containerOverrides.environment")]
    public IDictionary? Environment { get; set; }

    /// <summary>The command in place of the definition's: a program and its arguments, one entry each.</summary>
    [Parameter]
    [RequestMember("containerOverrides.command")]
    public string[]? Command { get; set; }

    /// <summary>The vCPUs of the job.</summary>
    [Parameter]
    [ValidateRange(0.25, 100000)]
    [RequestMember("containerOverrides.resourceRequirements[VCPU]")]
    public decimal? Vcpu { get; set; }

    /// <summary>The memory of the job, in MiB; <c>2GB</c> is understood too.</summary>
    [Parameter]
    [MemoryTransformation]
    [ValidateRange(4, int.MaxValue)]
    [RequestMember("containerOverrides.resourceRequirements[MEMORY]")]
    public int? Memory { get; set; }

    /// <summary>The GPUs of the job.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    [RequestMember("containerOverrides.resourceRequirements[GPU]")]
    public int? Gpu { get; set; }

    /// <summary>Makes each job an array job of that many children.</summary>
    [Parameter]
    [ValidateRange(2, 10000)]
    [RequestMember("arrayProperties.size")]
    public int? ArraySize { get; set; }

    /// <summary>How often a job is tried. Default: as the definition says.</summary>
    [Parameter]
    [Alias("Attempts")]
    [ValidateRange(1, 10)]
    [RequestMember("retryStrategy.attempts")]
    public int? Attempt { get; set; }

    /// <summary>
    /// How long an attempt may run: <c>00:10:00</c>, <c>10m</c>, or a number of seconds; at least a minute. Default: as the
    /// definition says.
    /// </summary>
    [Parameter]
    [DurationTransformation]
    [RequestMember("timeout.attemptDurationSeconds")]
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// How long an attempt of a job is expected to run, for the range of cost that -WhatIf tells: <c>00:20:00</c>, <c>20m</c>, or a
    /// number of seconds. Default: as long as earlier jobs of the definition that succeeded, at most as long as the timeout.
    /// </summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? ExpectedDuration { get; set; }

    /// <summary>The jobs that have to succeed first, as objects, or by id or ARN; at most 20.</summary>
    [Parameter]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    [RequestMember("dependsOn")]
    public JobReference[]? DependsOn { get; set; }

    /// <summary>
    /// How children of an array job wait: N_TO_N, each for the child with its index of the array that -DependsOn names; SEQUENTIAL,
    /// without -DependsOn, each for the one before it. Default: for the whole of each job.
    /// </summary>
    [Parameter]
    [ValidateSet("N_TO_N", "SEQUENTIAL")]
    public string? DependencyType { get; set; }

    /// <summary>The tags of the job.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>
    /// The workload that the jobs belong to, a name of your own. It is kept in the tag batchtools:workload, and a job that was
    /// submitted to it from this machine is not submitted to it again, but given as it is. Default: none, and every call submits.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string? Workload { get; set; }

    /// <summary>Submits once more what was submitted to the workload before. Without -Workload every call submits anyway.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The most jobs of this command that are unfinished at a time, an array job counting as one. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? ThrottleLimit { get; set; }

    /// <summary>Folds piped points, or chunks, into array jobs of up to 10,000 children.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    public SwitchParameter AsArray { get; set; }

    /// <summary>The share that the job counts for, on a queue with fair-share scheduling.</summary>
    [Parameter]
    [RequestMember("shareIdentifier")]
    public string? ShareIdentifier { get; set; }

    /// <summary>The priority within the share, 0 to 9,999.</summary>
    [Parameter]
    [ValidateRange(0, 9999)]
    [RequestMember("schedulingPriorityOverride")]
    public int? SchedulingPriority { get; set; }

    /// <summary>Lets the tags go on to the ECS task.</summary>
    [Parameter]
    [Alias("PropagateTags")]
    [RequestMember("propagateTags")]
    public SwitchParameter PropagateTag { get; set; }

    /// <summary>When a job is tried again, in AWS's shape: attempts, and evaluateOnExit with rules by exit code and reason.</summary>
    [Parameter]
    [RequestMember("retryStrategy")]
    public object? RetryStrategy { get; set; }

    /// <summary>What the job takes of resources that are counted, while it runs: names of consumable resources, and how much of each.</summary>
    [Parameter]
    [RequestMember("consumableResourcePropertiesOverride.consumableResourceList")]
    public IDictionary? ConsumableResource { get; set; }

    /// <summary>The whole of what the container does differently, in AWS's shape, as a hashtable or JSON text.</summary>
    [Parameter]
    [RequestMember("containerOverrides")]
    public object? ContainerOverride { get; set; }

    /// <summary>What the nodes of a multi-node parallel job do differently, in AWS's shape: numNodes and nodePropertyOverrides.</summary>
    [Parameter]
    [RequestMember("nodeOverrides")]
    public object? NodeOverride { get; set; }

    /// <summary>What tasks of several containers do differently, in AWS's shape.</summary>
    [Parameter]
    [RequestMember("ecsPropertiesOverride")]
    public object? EcsProperty { get; set; }

    /// <summary>What pods on EKS do differently, in AWS's shape.</summary>
    [Parameter]
    [RequestMember("eksPropertiesOverride")]
    public object? EksProperty { get; set; }
}
