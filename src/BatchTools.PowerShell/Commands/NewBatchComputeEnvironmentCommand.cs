using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.WorkloadFiles;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a compute environment.</summary>
/// <remarks>
/// <para>
/// A file holds the request of AWS's own CreateComputeEnvironment, as <c>aws batch create-compute-environment --cli-input-json</c>
/// takes it; comments and trailing commas are allowed. The local engine takes the same settings, keeps to MaxVcpu, and runs the jobs on
/// this machine.
/// </para>
/// </remarks>
/// <example>
/// <code>New-BatchComputeEnvironment -Name small -ResourceType FARGATE -MaxVcpu 2 -Subnet subnet-0a1b2c3d -SecurityGroupId sg-0a1b2c3d</code>
/// <para>Creates an environment on Fargate that grows to two vCPUs.</para>
/// </example>
/// <example>
/// <code>New-BatchComputeEnvironment -Path compute-environment.json</code>
/// <para>Creates the environment that a file describes in AWS's own shape.</para>
/// </example>
/// <seealso cref="GetBatchComputeEnvironmentCommand"/>
/// <seealso cref="NewBatchJobQueueCommand"/>
[Cmdlet(VerbsCommon.New, "BatchComputeEnvironment", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[OutputType(typeof(ComputeEnvironment))]
public sealed class NewBatchComputeEnvironmentCommand : ConnectedCmdlet<ComputeEnvironmentSpec, ComputeEnvironment>
{
    private const string PropertySet = "Property";
    private const string PathSet = "Path";

    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Alias("ComputeEnvironmentName")]
    public string Name { get; set; } = "";

    /// <summary>Who looks after its capacity. Default: MANAGED.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public ComputeEnvironmentType Type { get; set; } = ComputeEnvironmentType.MANAGED;

    /// <summary>What its capacity is made of; needed by a managed environment.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public ComputeResourceType? ResourceType { get; set; }

    /// <summary>The vCPUs that it keeps even when idle.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? MinVcpu { get; set; }

    /// <summary>The vCPUs that it grows to at most; needed by a managed environment.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxVcpu { get; set; }

    /// <summary>The vCPUs that it begins with.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? DesiredVcpu { get; set; }

    /// <summary>The instance types that it may use: types such as c7g.large, families such as c7g, or optimal.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    public string[]? InstanceType { get; set; }

    /// <summary>How it chooses among the instance types.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [ArgumentCompleter(typeof(AllocationStrategyCompleter))]
    public string? AllocationStrategy { get; set; }

    /// <summary>The ids of the subnets that it starts capacity in.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string[]? Subnet { get; set; }

    /// <summary>The ids of the security groups of its capacity.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>The instance profile of its EC2 instances.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string? InstanceRole { get; set; }

    /// <summary>The role that AWS Batch acts in. Default: the service-linked role.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public string? ServiceRole { get; set; }

    /// <summary>Whether it takes work. Default: ENABLED.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    public ResourceState State { get; set; } = ResourceState.ENABLED;

    /// <summary>The tags.</summary>
    [Parameter(ParameterSetName = PropertySet)]
    [Alias("Tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>JSON files with the compute environments to create, in AWS's own shape.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spec in ParameterSetName == PathSet ? Read(Path, SpecFile.ComputeEnvironment) : [Spec()])
        {
            if (ShouldProcess(spec.ComputeEnvironmentName, "Create the compute environment"))
                PostToTarget(spec);
        }
    }

    private protected override IAsyncEnumerable<ComputeEnvironment> RunAsync(
        BatchConnection connection, IAsyncEnumerable<ComputeEnvironmentSpec> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var environments = new ComputeEnvironments(connection, reporter);
        return input.SelectEachAsync(reporter, (spec, cancellation) => environments.CreateAsync(spec, cancellationToken: cancellation), cancellationToken);
    }

    private ComputeEnvironmentSpec Spec() => new()
    {
        ComputeEnvironmentName = Name,
        Type = Type,
        State = State,
        ResourceType = ResourceType,
        MinVcpus = MinVcpu,
        MaxVcpus = MaxVcpu,
        DesiredVcpus = DesiredVcpu,
        InstanceTypes = InstanceType,
        AllocationStrategy = AllocationStrategy,
        Subnets = Subnet,
        SecurityGroupIds = SecurityGroupId,
        InstanceRole = InstanceRole,
        ServiceRole = ServiceRole,
        Tags = Tag is null ? null : StringMap.From(Tag),
    };
}
