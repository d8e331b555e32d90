using System.Collections;
using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a compute environment.</summary>
/// <remarks>
/// <para>
/// -Spot, -OnDemand, -Fargate and -FargateSpot say what its capacity is made of, -Unmanaged that its owner scales it. What is not given
/// is chosen well: up to 256 vCPUs and none kept when idle; for instances SPOT_PRICE_CAPACITY_OPTIMIZED or BEST_FIT_PROGRESSIVE, the
/// instance types optimal, the image ECS_AL2023 (ECS_AL2023_NVIDIA for GPUs) and the instance profile ecsInstanceRole; the subnets and
/// the default security group of the default VPC or of -VpcId; the service-linked role. Instance types that are piped in, as objects with a property InstanceType, all go into the one environment.
/// </para>
/// <para>
/// A file holds the request of AWS's own CreateComputeEnvironment, as <c>aws batch create-compute-environment --cli-input-json</c>
/// takes it; comments and trailing commas are allowed, and nothing is chosen in its place. What does not apply to the type of its
/// capacity is left out, with a warning. The local engine takes the same settings, keeps to MaxVcpu, and runs the jobs on this machine.
/// </para>
/// </remarks>
/// <example>
/// <code>New-BatchComputeEnvironment spot -Spot -MaxVcpu 64 -Wait</code>
/// <para>Creates an environment on Spot instances in the default VPC that grows to 64 vCPUs, and waits until it takes jobs.</para>
/// </example>
/// <example>
/// <code>New-BatchComputeEnvironment small -Fargate -MaxVcpu 2 -Subnet subnet-0a1b2c3d -SecurityGroupId sg-0a1b2c3d</code>
/// <para>Creates an environment on Fargate that grows to two vCPUs.</para>
/// </example>
/// <example>
/// <code>New-BatchComputeEnvironment -Path compute-environment.json -WhatIf</code>
/// <para>Tells which environment a file in AWS's own shape would create.</para>
/// </example>
/// <seealso cref="GetBatchComputeEnvironmentCommand"/>
/// <seealso cref="SetBatchComputeEnvironmentCommand"/>
/// <seealso cref="NewBatchJobQueueCommand"/>
[Cmdlet(VerbsCommon.New, "BatchComputeEnvironment", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("CreateComputeEnvironment")]
[OutputType(typeof(ComputeEnvironment))]
public sealed class NewBatchComputeEnvironmentCommand : CreationCmdlet<ComputeEnvironment>
{
    private readonly List<string> _pipedTypes = [];

    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(Position = 0, ParameterSetName = InputObjectSet)]
    [Alias("ComputeEnvironmentName")]
    [RequestMember("computeEnvironmentName")]
    public string? Name { get; set; }

    /// <summary>Makes its capacity of EC2 Spot instances.</summary>
    [Parameter]
    public SwitchParameter Spot { get; set; }

    /// <summary>Makes its capacity of EC2 instances on demand.</summary>
    [Parameter]
    public SwitchParameter OnDemand { get; set; }

    /// <summary>Makes its capacity of Fargate.</summary>
    [Parameter]
    public SwitchParameter Fargate { get; set; }

    /// <summary>Makes its capacity of Fargate Spot.</summary>
    [Parameter]
    public SwitchParameter FargateSpot { get; set; }

    /// <summary>Leaves its capacity to its owner, who adds instances to its ECS cluster.</summary>
    [Parameter]
    public SwitchParameter Unmanaged { get; set; }

    /// <summary>Who looks after its capacity. Default: MANAGED.</summary>
    [Parameter]
    [RequestMember("type")]
    [ValidateRange(ComputeEnvironmentType.MANAGED, ComputeEnvironmentType.UNMANAGED)]
    public ComputeEnvironmentType Type { get; set; } = ComputeEnvironmentType.MANAGED;

    /// <summary>What its capacity is made of, as a value instead of a switch: EC2, SPOT, FARGATE or FARGATE_SPOT.</summary>
    [Parameter]
    [RequestMember("computeResources.type")]
    [ValidateRange(ComputeResourceType.EC2, ComputeResourceType.FARGATE_SPOT)]
    public ComputeResourceType? ResourceType { get; set; }

    /// <summary>The vCPUs that it keeps even when idle. Default: 0.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.minvCpus")]
    public int? MinVcpu { get; set; }

    /// <summary>The vCPUs that it grows to at most. Default: 256.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [RequestMember("computeResources.maxvCpus")]
    public int? MaxVcpu { get; set; }

    /// <summary>The vCPUs that it begins with.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.desiredvCpus")]
    public int? DesiredVcpu { get; set; }

    /// <summary>The instance types that it may use: types such as c7g.large, families such as c7g, or optimal. Default: optimal.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [RequestMember("computeResources.instanceTypes")]
    public string[]? InstanceType { get; set; }

    /// <summary>How it chooses among the instance types. Default: SPOT_PRICE_CAPACITY_OPTIMIZED for Spot, else BEST_FIT_PROGRESSIVE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AllocationStrategyCompleter<Amazon.Batch.CRAllocationStrategy>))]
    [RequestMember("computeResources.allocationStrategy")]
    public string? AllocationStrategy { get; set; }

    /// <summary>The most to pay for Spot instances, in percent of the price on demand: 1 to 100. Default: 100.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [RequestMember("computeResources.bidPercentage")]
    public int? BidPercentage { get; set; }

    /// <summary>The VPC whose subnets and default security group are taken where none are given. Default: the Region's default VPC.</summary>
    [Parameter]
    public string? VpcId { get; set; }

    /// <summary>The ids of the subnets that it starts capacity in. Default: those of the VPC, one in each Availability Zone.</summary>
    [Parameter]
    [RequestMember("computeResources.subnets")]
    public string[]? Subnet { get; set; }

    /// <summary>The ids of the security groups of its capacity. Default: the VPC's default one, where no subnets are given.</summary>
    [Parameter]
    [RequestMember("computeResources.securityGroupIds")]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>The instance profile of its EC2 instances, by name or ARN. Default: ecsInstanceRole.</summary>
    [Parameter]
    [RequestMember("computeResources.instanceRole")]
    public string? InstanceRole { get; set; }

    /// <summary>The role of the Spot fleet, by ARN; AWS Batch asks for it with the allocation strategy BEST_FIT alone.</summary>
    [Parameter]
    [RequestMember("computeResources.spotIamFleetRole")]
    public string? SpotFleetRole { get; set; }

    /// <summary>The key pair for logging in to its instances.</summary>
    [Parameter]
    [RequestMember("computeResources.ec2KeyPair")]
    public string? KeyPair { get; set; }

    /// <summary>
    /// Other members of computeResources by AWS's names, as a hashtable or JSON text: ec2Configuration, imageId, launchTemplate,
    /// placementGroup, scalingPolicy, tags. Parameters of their own go over it.
    /// </summary>
    [Parameter]
    [RequestMember("computeResources")]
    public object? ComputeResource { get; set; }

    /// <summary>The vCPUs that an unmanaged environment counts with, for shares.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("unmanagedvCpus")]
    public int? UnmanagedVcpu { get; set; }

    /// <summary>The EKS cluster that it runs on: a hashtable with eksClusterArn and kubernetesNamespace.</summary>
    [Parameter]
    [RequestMember("eksConfiguration")]
    public object? EksConfiguration { get; set; }

    /// <summary>The role that AWS Batch acts in, by name or ARN. Default: the service-linked role.</summary>
    [Parameter]
    [RequestMember("serviceRole")]
    public string? ServiceRole { get; set; }

    /// <summary>Whether it takes work. Default: ENABLED.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState State { get; set; } = ResourceState.ENABLED;

    /// <summary>A text that AWS Batch keeps with the environment.</summary>
    [Parameter]
    [RequestMember("context")]
    public string? Context { get; set; }

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

    private protected override string Action => "Create the compute environment";

    private protected override IRequestKind<ComputeEnvironment> Kind => new RequestKind<CreateComputeEnvironmentRequest, ComputeEnvironment>
    {
        Name = request => request.ComputeEnvironmentName,
        Send = CreateAsync,
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == InputObjectSet && PipedType is { } type)
            _pipedTypes.Add(type);
        else
            base.ProcessRecord();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_pipedTypes.Count > 0)
        {
            InstanceType = [.. InstanceType ?? [], .. _pipedTypes.Distinct()];
            MyInvocation.BoundParameters[nameof(InstanceType)] = InstanceType;
            base.ProcessRecord();
        }

        base.EndProcessing();
    }

    // What describes an instance type, and no environment that has some.
    private string? PipedType => InputObject is { BaseObject: not (IDictionary or IDescribed) } piped && piped.Properties["ComputeEnvironmentName"] is null
        ? piped.Properties[nameof(InstanceType)]?.Value as string
        : null;

    private protected override IEnumerable<Func<RequestDraft>> Starts() =>
        _pipedTypes.Count > 0 ? [() => RequestDraft.Empty(RequestType)] : base.Starts();

    // What is left open is chosen after.
    private protected override bool ChecksRequired => base.ChecksRequired && _pipedTypes.Count == 0;

    private protected override void Prepare(RequestDraft draft)
    {
        (bool Given, ComputeResourceType Type)[] kinds =
        [
            (Spot, ComputeResourceType.SPOT), (OnDemand, ComputeResourceType.EC2), (Fargate, ComputeResourceType.FARGATE),
            (FargateSpot, ComputeResourceType.FARGATE_SPOT), (Unmanaged, ComputeResourceType.UNKNOWN),
        ];
        var given = kinds.Where(kind => kind.Given).ToArray();
        if (given.Length > 1)
            throw BatchException.For(nameof(Messages.EnvironmentKindTwice), ErrorKind.InvalidInput, Name, Name);
        if (Unmanaged)
            draft.Put("type", ComputeEnvironmentType.UNMANAGED);
        else if (given is [var kind])
            draft.Put("computeResources.type", kind.Type);
    }

    private protected override void Complete(object request)
    {
        if (ParameterSetName == PropertySet || _pipedTypes.Count > 0)
            EnvironmentDefaults.Apply((CreateComputeEnvironmentRequest)request);
    }

    private async Task<ComputeEnvironment> CreateAsync(
        BatchConnection connection, CreateComputeEnvironmentRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        await new EnvironmentNetwork(connection, reporter).CompleteAsync(request, VpcId, cancellationToken);
        var options = new LifeOptions { Wait = Wait, Limit = Timeout ?? LifeOptions.DefaultLimit };
        return await new ComputeEnvironments(connection, reporter).CreateAsync(request, options, cancellationToken);
    }
}
