using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.WorkloadFiles;

namespace BatchTools.PowerShell.Commands;

/// <summary>Registers a job definition, or its next revision.</summary>
/// <remarks>
/// <para>
/// A file holds the request of AWS's own RegisterJobDefinition, as <c>aws batch register-job-definition --cli-input-json</c> takes it;
/// comments and trailing commas are allowed.
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
/// <code>Register-BatchJobDefinition -Path job-definition.json</code>
/// <para>Registers what a file describes in AWS's own shape.</para>
/// </example>
/// <seealso cref="GetBatchJobDefinitionCommand"/>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Register, "BatchJobDefinition", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[OutputType(typeof(JobDefinition))]
public sealed class RegisterBatchJobDefinitionCommand : ConnectedCmdlet<JobDefinitionSpec, JobDefinition>
{
    private const string PropertySet = "Property";
    private const string PathSet = "Path";

    /// <summary>The name: up to 128 letters, digits, '-' and '_'. A name that exists gets its next revision.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Alias("JobDefinitionName")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The container image.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PropertySet)]
    public string Image { get; set; } = "";

    /// <summary>The command: a program and its arguments, one entry each; <c>Ref::name</c> stands for a parameter.</summary>
    [Parameter(Position = 2, ParameterSetName = PropertySet)]
    public string[]? Command { get; set; }

    /// <summary>The vCPUs of a job. Default: 1.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(0.25, 100000)]
    public decimal Vcpu { get; set; } = 1;

    /// <summary>The memory of a job, in MiB; <c>2GB</c> is understood too. Default: 512.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [MemoryTransformation]
    [ValidateRange(4, int.MaxValue)]
    public int Memory { get; set; } = 512;

    /// <summary>The GPUs of a job.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(1, 1000)]
    public int? Gpu { get; set; }

    /// <summary>Environment variables of a job.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public IDictionary? Environment { get; set; }

    /// <summary>Parameters and their default values, for <c>Ref::name</c> in the command.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public IDictionary? Parameter { get; set; }

    /// <summary>How often a job is tried. Default: once.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [Alias("Attempts")]
    [ValidateRange(1, 10)]
    public int? Attempt { get; set; }

    /// <summary>
    /// How long an attempt may run: <c>00:10:00</c>, <c>10m</c>, or a number of seconds; at least a minute. Default: without limit.
    /// </summary>
    [Parameter(ParameterSetName = PropertySet)]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Where jobs can run. Default: EC2.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateSet("EC2", "FARGATE")]
    public string[]? PlatformCapability { get; set; }

    /// <summary>The role that a job acts in.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string? JobRoleArn { get; set; }

    /// <summary>The role that starts the container; needed on Fargate.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string? ExecutionRoleArn { get; set; }

    /// <summary>The priority of a job within its share, 0 to 9,999.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(0, 9999)]
    public int? SchedulingPriority { get; set; }

    /// <summary>Lets the tags go on to the ECS task.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [Alias("PropagateTags")]
    public SwitchParameter PropagateTag { get; set; }

    /// <summary>The tags.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [Alias("Tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>JSON files with the job definitions to register, in AWS's own shape.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spec in ParameterSetName == PathSet ? Read(Path, SpecFile.JobDefinition) : [Spec()])
        {
            if (ShouldProcess(spec.JobDefinitionName, "Register the job definition"))
                PostToTarget(spec);
        }
    }

    private protected override IAsyncEnumerable<JobDefinition> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobDefinitionSpec> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectEachAsync(reporter, new JobDefinitions(connection, reporter).RegisterAsync, cancellationToken);

    private JobDefinitionSpec Spec() => new()
    {
        JobDefinitionName = Name,
        Image = Image,
        Command = Command,
        Vcpu = Vcpu,
        Memory = Memory,
        Gpu = Gpu,
        Environment = Environment is null ? null : StringMap.From(Environment),
        Parameters = Parameter is null ? null : StringMap.From(Parameter),
        Attempts = Attempt,
        Timeout = Timeout,
        PlatformCapabilities = PlatformCapability,
        JobRoleArn = JobRoleArn,
        ExecutionRoleArn = ExecutionRoleArn,
        SchedulingPriority = SchedulingPriority,
        PropagateTags = MyInvocation.BoundParameters.ContainsKey(nameof(PropagateTag)) ? PropagateTag.ToBool() : null,
        Tags = Tag is null ? null : StringMap.From(Tag),
    };
}
