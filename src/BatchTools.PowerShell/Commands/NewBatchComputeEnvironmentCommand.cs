using System.Collections;
using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

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
[BatchOperation("CreateComputeEnvironment")]
[OutputType(typeof(ComputeEnvironment))]
public sealed class NewBatchComputeEnvironmentCommand : CreationCmdlet<CreateComputeEnvironmentRequest, ComputeEnvironment>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("ComputeEnvironmentName")]
    [RequestMember("computeEnvironmentName")]
    public string? Name { get; set; }

    /// <summary>Who looks after its capacity. Default: MANAGED.</summary>
    [Parameter]
    [RequestMember("type")]
    public ComputeEnvironmentType Type { get; set; } = ComputeEnvironmentType.MANAGED;

    /// <summary>What its capacity is made of; needed by a managed environment.</summary>
    [Parameter]
    [RequestMember("computeResources.type")]
    public ComputeResourceType? ResourceType { get; set; }

    /// <summary>The vCPUs that it keeps even when idle.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.minvCpus")]
    public int? MinVcpu { get; set; }

    /// <summary>The vCPUs that it grows to at most; needed by a managed environment.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [RequestMember("computeResources.maxvCpus")]
    public int? MaxVcpu { get; set; }

    /// <summary>The vCPUs that it begins with.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.desiredvCpus")]
    public int? DesiredVcpu { get; set; }

    /// <summary>The instance types that it may use: types such as c7g.large, families such as c7g, or optimal.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [RequestMember("computeResources.instanceTypes")]
    public string[]? InstanceType { get; set; }

    /// <summary>How it chooses among the instance types.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AllocationStrategyCompleter))]
    [RequestMember("computeResources.allocationStrategy")]
    public string? AllocationStrategy { get; set; }

    /// <summary>The ids of the subnets that it starts capacity in.</summary>
    [Parameter]
    [RequestMember("computeResources.subnets")]
    public string[]? Subnet { get; set; }

    /// <summary>The ids of the security groups of its capacity.</summary>
    [Parameter]
    [RequestMember("computeResources.securityGroupIds")]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>The instance profile of its EC2 instances.</summary>
    [Parameter]
    [RequestMember("computeResources.instanceRole")]
    public string? InstanceRole { get; set; }

    /// <summary>The role that AWS Batch acts in. Default: the service-linked role.</summary>
    [Parameter]
    [RequestMember("serviceRole")]
    public string? ServiceRole { get; set; }

    /// <summary>Whether it takes work. Default: ENABLED.</summary>
    [Parameter]
    [RequestMember("state")]
    public ResourceState State { get; set; } = ResourceState.ENABLED;

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    private protected override string Action => "Create the compute environment";

    private protected override string? NameOf(CreateComputeEnvironmentRequest request) => request.ComputeEnvironmentName;

    // Required by the shape, also where the endpoint, such as a local engine, has no use for it.
    private protected override void Complete(CreateComputeEnvironmentRequest request)
    {
        if (request.ComputeResources is { } resources)
            resources.Subnets ??= [];
    }

    private protected override Task<ComputeEnvironment> SendAsync(
        BatchConnection connection, CreateComputeEnvironmentRequest request, IReporter reporter, CancellationToken cancellationToken) =>
        new ComputeEnvironments(connection, reporter).CreateAsync(request, new LifeOptions(), cancellationToken);
}
