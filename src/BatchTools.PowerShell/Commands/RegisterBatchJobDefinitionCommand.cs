using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Registers a job definition, or its next revision.</summary>
/// <remarks>
/// <para>
/// A definition that says the same as the latest active revision of its name is not registered again: the existing revision is given
/// back. -Force registers a new one all the same.
/// </para>
/// <para>
/// A file holds the request of AWS's own RegisterJobDefinition, as <c>aws batch register-job-definition --cli-input-json</c> takes it;
/// comments and trailing commas are allowed. If its type is missing, container is taken, with a warning. The older members vcpus and
/// memory are registered as resourceRequirements; what a job needs is taken as 1 vCPU and 512 MiB (2,048 MiB on Fargate) where it is
/// not said, with a warning.
/// </para>
/// <para>
/// A parameter stands for the whole of its member: -Environment replaces all variables of a file or a piped definition, -Memory the
/// memory alone.
/// </para>
/// <para>
/// The local engine runs the command as a child process of its own; the image is kept, but not needed there.
/// </para>
/// </remarks>
/// <example>
/// <code>Register-BatchJobDefinition -Name hello -Image busybox -Command sh, -c, 'echo hello' -Vcpu 1 -Memory 128</code>
/// <para>Registers a definition whose jobs greet.</para>
/// </example>
/// <example>
/// <code>
/// Register-BatchJobDefinition -Name simulate -Image busybox -Command sh, -c, 'echo Ref::temperature' -Parameter @{ temperature = 300 } -Attempt 3
/// </code>
/// <para>Registers a definition with a parameter and its default value; its jobs are tried three times.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobDefinition hello | Register-BatchJobDefinition -Memory 4096 -WhatIf</code>
/// <para>Tells what a next revision with more memory would say otherwise.</para>
/// </example>
/// <example>
/// <code>Register-BatchJobDefinition -Path job-definition.json</code>
/// <para>Registers what a file describes in AWS's own shape.</para>
/// </example>
/// <seealso cref="GetBatchJobDefinitionCommand"/>
/// <seealso cref="UnregisterBatchJobDefinitionCommand"/>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Register, "BatchJobDefinition", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("RegisterJobDefinition")]
[OutputType(typeof(JobDefinition))]
public sealed class RegisterBatchJobDefinitionCommand : CreationCmdlet<JobDefinition>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'. A name that exists gets its next revision.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("JobDefinitionName")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    [RequestMember("jobDefinitionName")]
    public string? Name { get; set; }

    /// <summary>The container image.</summary>
    [Parameter(Position = 1, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [RequestMember("containerProperties.image")]
    public string? Image { get; set; }

    /// <summary>The command: a program and its arguments, one entry each; <c>Ref::name</c> stands for a parameter.</summary>
    [Parameter(Position = 2, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [RequestMember("containerProperties.command")]
    public string[]? Command { get; set; }

    /// <summary>The vCPUs of a job. Default: 1.</summary>
    [Parameter]
    [ValidateRange(0.25, 100000)]
    [RequestMember("containerProperties.resourceRequirements[VCPU]")]
    public decimal? Vcpu { get; set; }

    /// <summary>The memory of a job, in MiB; <c>2GB</c> is understood too. Default: 512.</summary>
    [Parameter]
    [MemoryTransformation]
    [ValidateRange(4, int.MaxValue)]
    [RequestMember("containerProperties.resourceRequirements[MEMORY]")]
    public int? Memory { get; set; }

    /// <summary>The GPUs of a job.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    [RequestMember("containerProperties.resourceRequirements[GPU]")]
    public int? Gpu { get; set; }

    /// <summary>Environment variables of a job.</summary>
    [Parameter]
    [RequestMember("containerProperties.environment")]
    public IDictionary? Environment { get; set; }

    /// <summary>Parameters and their default values, for <c>Ref::name</c> in the command.</summary>
    [Parameter]
    [RequestMember("parameters")]
    public IDictionary? Parameter { get; set; }

    /// <summary>
    /// Secret variables of a job: names, and the ARNs of the secrets in Secrets Manager or of the parameters in Systems Manager.
    /// </summary>
    [Parameter]
    [RequestMember("containerProperties.secrets")]
    public IDictionary? Secret { get; set; }

    /// <summary>How often a job is tried. Default: once.</summary>
    [Parameter]
    [Alias("Attempts")]
    [ValidateRange(1, 10)]
    [RequestMember("retryStrategy.attempts")]
    public int? Attempt { get; set; }

    /// <summary>
    /// How long an attempt may run: <c>00:10:00</c>, <c>10m</c>, or a number of seconds; at least a minute. Default: without limit.
    /// </summary>
    [Parameter]
    [DurationTransformation]
    [RequestMember("timeout.attemptDurationSeconds")]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Where jobs can run: EC2 or FARGATE. Default: EC2.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConstantCompleter<PlatformCapability>))]
    [RequestMember("platformCapabilities")]
    public string[]? PlatformCapability { get; set; }

    /// <summary>The role that a job acts in.</summary>
    [Parameter]
    [RequestMember("containerProperties.jobRoleArn")]
    public string? JobRoleArn { get; set; }

    /// <summary>The role that starts the container; needed on Fargate.</summary>
    [Parameter]
    [RequestMember("containerProperties.executionRoleArn")]
    public string? ExecutionRoleArn { get; set; }

    /// <summary>The priority of a job within its share, 0 to 9,999.</summary>
    [Parameter]
    [ValidateRange(0, 9999)]
    [RequestMember("schedulingPriority")]
    public int? SchedulingPriority { get; set; }

    /// <summary>Lets the tags go on to the ECS task.</summary>
    [Parameter]
    [Alias("PropagateTags")]
    [RequestMember("propagateTags")]
    public SwitchParameter PropagateTag { get; set; }

    /// <summary>
    /// What a job takes of resources that are counted, while it runs: names of consumable resources, and how much of each.
    /// </summary>
    [Parameter]
    [RequestMember("consumableResourceProperties.consumableResourceList")]
    public IDictionary? ConsumableResource { get; set; }

    /// <summary>The type: container or multinode. Default: multinode with -NodeProperty, else container.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConstantCompleter<JobDefinitionType>))]
    [RequestMember("type")]
    public string? Type { get; set; }

    /// <summary>
    /// The whole of the container in AWS's shape, as a hashtable or JSON text: mount points, volumes, ulimits, Linux parameters and so on.
    /// </summary>
    [Parameter]
    [RequestMember("containerProperties")]
    public object? ContainerProperty { get; set; }

    /// <summary>When a job is tried again, in AWS's shape: attempts, and evaluateOnExit with rules by exit code and reason.</summary>
    [Parameter]
    [RequestMember("retryStrategy")]
    public object? RetryStrategy { get; set; }

    /// <summary>The nodes of a multi-node parallel job, in AWS's shape: numNodes, mainNode and nodeRangeProperties.</summary>
    [Parameter]
    [RequestMember("nodeProperties")]
    public object? NodeProperty { get; set; }

    /// <summary>Tasks of several containers on ECS, in AWS's shape, in place of one container.</summary>
    [Parameter]
    [RequestMember("ecsProperties")]
    public object? EcsProperty { get; set; }

    /// <summary>Pods on EKS, in AWS's shape, in place of a container.</summary>
    [Parameter]
    [RequestMember("eksProperties")]
    public object? EksProperty { get; set; }

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>Registers a new revision also if the latest active one says the same.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Action => "Register the job definition";

    private protected override IRequestKind<JobDefinition> Kind => new RequestKind<RegisterJobDefinitionRequest, JobDefinition>
    {
        Name = request => request.JobDefinitionName,
        Send = (connection, request, reporter, cancellation) =>
            new JobDefinitions(connection, reporter).RegisterAsync(request, always: Force, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            await new JobDefinitions(connection, reporter).CompareAsync(request, cancellation),
    };

    // Parameters tell the type; files have to name it.
    private protected override void Prepare(RequestDraft draft)
    {
        if (ParameterSetName == PropertySet)
            draft.PutDefault("type", (NodeProperty is null ? JobDefinitionType.Container : JobDefinitionType.Multinode).Value);
    }

    private protected override void Complete(object request) =>
        new DefinitionCompletion((RegisterJobDefinitionRequest)request, ParameterSetName == PropertySet ? _ => { } : WriteWarning).Complete();
}
