using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a service environment, in which another service of AWS runs jobs.</summary>
/// <remarks>
/// <para>
/// The local engine keeps service environments and checks them, but has no service to run jobs in them.
/// </para>
/// </remarks>
/// <example>
/// <code>New-BatchServiceEnvironment -Name learning -CapacityLimit @{ NUM_INSTANCES = 8 }</code>
/// <para>Creates an environment for training jobs of SageMaker AI on eight instances at most.</para>
/// </example>
/// <example>
/// <code>New-BatchServiceEnvironment -Path service-environment.json</code>
/// <para>Creates what a file describes in AWS's own shape.</para>
/// </example>
/// <seealso cref="GetBatchServiceEnvironmentCommand"/>
/// <seealso cref="SetBatchServiceEnvironmentCommand"/>
/// <seealso cref="RemoveBatchServiceEnvironmentCommand"/>
[Cmdlet(VerbsCommon.New, "BatchServiceEnvironment", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("CreateServiceEnvironment")]
[OutputType(typeof(ServiceEnvironment))]
public sealed class NewBatchServiceEnvironmentCommand : CreationCmdlet<ServiceEnvironment>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("ServiceEnvironmentName")]
    [RequestMember("serviceEnvironmentName")]
    public string? Name { get; set; }

    /// <summary>How much it may use: units, such as NUM_INSTANCES, and the most of each.</summary>
    [Parameter]
    [RequestMember("capacityLimits")]
    public IDictionary? CapacityLimit { get; set; }

    /// <summary>The service and what it runs. Default: SAGEMAKER_TRAINING.</summary>
    [Parameter]
    [Alias("ServiceEnvironmentType")]
    [ArgumentCompleter(typeof(ConstantCompleter<ServiceEnvironmentType>))]
    [RequestMember("serviceEnvironmentType")]
    public string Type { get; set; } = "SAGEMAKER_TRAINING";

    /// <summary>Whether it takes new work: ENABLED or DISABLED. Default: ENABLED.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState State { get; set; } = ResourceState.ENABLED;

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    private protected override string Action => "Create the service environment";

    private protected override IRequestKind<ServiceEnvironment> Kind => new RequestKind<CreateServiceEnvironmentRequest, ServiceEnvironment>
    {
        Name = request => request.ServiceEnvironmentName,
        Send = (connection, request, reporter, cancellation) =>
            new ServiceEnvironments(connection, reporter).CreateAsync(request, cancellation),
    };
}
