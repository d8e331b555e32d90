using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes compute environments.</summary>
/// <remarks>
/// <para>
/// What is not given stays as it is; where an environment is as it should be already, nothing is called, and -Verbose says so. -WhatIf
/// shows each member with its old and its new value. A file holds the request of AWS's own UpdateComputeEnvironment. The environments
/// are passed on to the next command of the pipeline.
/// </para>
/// <para>
/// AWS Batch changes vCPUs at once; for most of the rest it replaces the instances, which it can do only in environments with an
/// allocation strategy other than BEST_FIT and the service-linked role. -UpdatePolicy says what happens to the jobs on them.
/// </para>
/// </remarks>
/// <example>
/// <code>Set-BatchComputeEnvironment small -MaxVcpu 64 -WhatIf</code>
/// <para>Shows the maximum of vCPUs that the environment has, and that it would have.</para>
/// </example>
/// <example>
/// <code>Get-BatchComputeEnvironment spot-* | Set-BatchComputeEnvironment -MinVcpu 0 -Wait</code>
/// <para>Lets the environments whose names begin with spot- shrink to nothing, and waits until that holds.</para>
/// </example>
/// <example>
/// <code>Set-BatchComputeEnvironment small -ComputeResource @{ launchTemplate = @{ launchTemplateName = 'gpu'; version = '$Latest' } } -WhatIf</code>
/// <para>Changes a member that has no parameter of its own, by AWS's names.</para>
/// </example>
/// <seealso cref="GetBatchComputeEnvironmentCommand"/>
/// <seealso cref="DisableBatchComputeEnvironmentCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchComputeEnvironment", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateComputeEnvironment")]
[OutputType(typeof(ComputeEnvironment))]
public sealed class SetBatchComputeEnvironmentCommand : UpdateCmdlet<ComputeEnvironment>
{
    /// <summary>The compute environments, as objects, or by name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("ComputeEnvironmentName", "ComputeEnvironmentArn", "ComputeEnvironment")]
    [NameTransformation("ComputeEnvironmentName", "ComputeEnvironment")]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    [RequestMember("computeEnvironment")]
    public string[] Name { get; set; } = [];

    /// <summary>The vCPUs that it keeps even when idle.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.minvCpus")]
    public int? MinVcpu { get; set; }

    /// <summary>The vCPUs that it grows to at most.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.maxvCpus")]
    public int? MaxVcpu { get; set; }

    /// <summary>The vCPUs that it should have now, between the minimum and the maximum; AWS Batch goes on from there.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("computeResources.desiredvCpus")]
    public int? DesiredVcpu { get; set; }

    /// <summary>Whether it takes new work.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState? State { get; set; }

    /// <summary>The instance types that it may use, in place of those that it has: types such as c7g.large, families such as c7g, or optimal.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [RequestMember("computeResources.instanceTypes")]
    public string[]? InstanceType { get; set; }

    /// <summary>How it chooses among the instance types.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AllocationStrategyCompleter<Amazon.Batch.CRUpdateAllocationStrategy>))]
    [RequestMember("computeResources.allocationStrategy")]
    public string? AllocationStrategy { get; set; }

    /// <summary>The ids of the subnets that it starts capacity in, in place of those that it has.</summary>
    [Parameter]
    [RequestMember("computeResources.subnets")]
    public string[]? Subnet { get; set; }

    /// <summary>The ids of the security groups of its capacity, in place of those that it has.</summary>
    [Parameter]
    [RequestMember("computeResources.securityGroupIds")]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>The instance profile of its EC2 instances, by name or ARN.</summary>
    [Parameter]
    [RequestMember("computeResources.instanceRole")]
    public string? InstanceRole { get; set; }

    /// <summary>The most to pay for Spot capacity, in percent of the price on demand: 1 to 100.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [RequestMember("computeResources.bidPercentage")]
    public int? BidPercentage { get; set; }

    /// <summary>The key pair for logging in to its instances.</summary>
    [Parameter]
    [RequestMember("computeResources.ec2KeyPair")]
    public string? KeyPair { get; set; }

    /// <summary>Takes the latest image that AWS Batch offers at the next replacement of instances.</summary>
    [Parameter]
    [RequestMember("computeResources.updateToLatestImageVersion")]
    public SwitchParameter UpdateToLatestImageVersion { get; set; }

    /// <summary>The role that AWS Batch acts in, by name or ARN.</summary>
    [Parameter]
    [RequestMember("serviceRole")]
    public string? ServiceRole { get; set; }

    /// <summary>The vCPUs that an unmanaged environment counts with, for shares.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("unmanagedvCpus")]
    public int? UnmanagedVcpu { get; set; }

    /// <summary>
    /// What happens to jobs whose instances are replaced: a hashtable with terminateJobsOnUpdate and jobExecutionTimeoutMinutes (1 to 360).
    /// </summary>
    [Parameter]
    [RequestMember("updatePolicy")]
    public object? UpdatePolicy { get; set; }

    /// <summary>
    /// Other members of computeResources by AWS's names, as a hashtable or JSON text: type, ec2Configuration, imageId, launchTemplate,
    /// placementGroup, scalingPolicy, tags. Parameters of their own go over it.
    /// </summary>
    [Parameter]
    [RequestMember("computeResources")]
    public object? ComputeResource { get; set; }

    /// <summary>A text that AWS Batch keeps with the environment.</summary>
    [Parameter]
    [RequestMember("context")]
    public string? Context { get; set; }

    /// <summary>Waits until the change is complete, and not only until AWS Batch took it.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long the change of one environment may take: a number of seconds, 15m, 1h, or a TimeSpan. Default: 10 minutes.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    private protected override string Action => "Change the compute environment";

    private protected override IRequestKind<ComputeEnvironment> Kind => new RequestKind<UpdateComputeEnvironmentRequest, ComputeEnvironment>
    {
        Name = request => ArnName.Of(request.ComputeEnvironment),
        Send = (connection, request, reporter, cancellation) =>
            new ComputeEnvironments(connection, reporter).UpdateAsync(request, new LifeOptions { Wait = Wait, Limit = Timeout ?? LifeOptions.DefaultLimit }, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            await new ComputeEnvironments(connection, reporter).CompareAsync(request, cancellation),
    };
}
