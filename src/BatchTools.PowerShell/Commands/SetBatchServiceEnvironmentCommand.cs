using System.Collections;
using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes service environments.</summary>
/// <example>
/// <code>Set-BatchServiceEnvironment training -CapacityLimit @{ NUM_INSTANCES = 16 }</code>
/// <para>Allows sixteen instances.</para>
/// </example>
/// <example>
/// <code>Get-BatchServiceEnvironment | Set-BatchServiceEnvironment -State DISABLED -WhatIf</code>
/// <para>Tells what would change in every environment.</para>
/// </example>
/// <seealso cref="GetBatchServiceEnvironmentCommand"/>
/// <seealso cref="NewBatchServiceEnvironmentCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchServiceEnvironment", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateServiceEnvironment")]
[OutputType(typeof(ServiceEnvironment))]
public sealed class SetBatchServiceEnvironmentCommand : UpdateCmdlet<ServiceEnvironment>
{
    /// <summary>The service environments, as objects, or by name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("ServiceEnvironmentName", "ServiceEnvironmentArn", "ServiceEnvironment")]
    [NameTransformation("ServiceEnvironmentName", "ServiceEnvironment")]
    [ArgumentCompleter(typeof(ServiceEnvironmentNameCompleter))]
    [RequestMember("serviceEnvironment")]
    public string[] Name { get; set; } = [];

    /// <summary>How much it may use: units, such as NUM_INSTANCES, and the most of each.</summary>
    [Parameter]
    [RequestMember("capacityLimits")]
    public IDictionary? CapacityLimit { get; set; }

    /// <summary>Whether it takes new work: ENABLED or DISABLED.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState? State { get; set; }

    private protected override string Action => "Change the service environment";

    private protected override IRequestKind<ServiceEnvironment> Kind => new RequestKind<UpdateServiceEnvironmentRequest, ServiceEnvironment>
    {
        Name = request => ArnName.Of(request.ServiceEnvironment),
        Send = (connection, request, reporter, cancellation) =>
            new ServiceEnvironments(connection, reporter).UpdateAsync(request, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            Changes(await new ServiceEnvironments(connection, reporter).FindAsync(request.ServiceEnvironment, cancellation), request),
    };
}
