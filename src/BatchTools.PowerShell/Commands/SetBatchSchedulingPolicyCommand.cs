using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes scheduling policies.</summary>
/// <remarks>
/// <para>
/// What is not given stays as it is; -Share replaces all shares.
/// </para>
/// </remarks>
/// <example>
/// <code>Set-BatchSchedulingPolicy teams -ShareDecay 2h</code>
/// <para>Lets usage count for two hours; the shares stay as they are.</para>
/// </example>
/// <example>
/// <code>Get-BatchSchedulingPolicy | Set-BatchSchedulingPolicy -ComputeReservation 0 -WhatIf</code>
/// <para>Tells what would change in every policy.</para>
/// </example>
/// <seealso cref="GetBatchSchedulingPolicyCommand"/>
/// <seealso cref="NewBatchSchedulingPolicyCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchSchedulingPolicy", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateSchedulingPolicy")]
[OutputType(typeof(SchedulingPolicy))]
public sealed class SetBatchSchedulingPolicyCommand : UpdateCmdlet<SchedulingPolicy>
{
    /// <summary>The scheduling policies, as objects, or by name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("SchedulingPolicyName", "SchedulingPolicyArn", "SchedulingPolicy")]
    [NameTransformation("SchedulingPolicyArn", "SchedulingPolicyName", "SchedulingPolicy")]
    [ArgumentCompleter(typeof(SchedulingPolicyNameCompleter))]
    [RequestMember("arn")]
    public string[] Name { get; set; } = [];

    /// <summary>The weights of the shares: identifiers, with a * at the end for all that begin so, and weights of 0.0001 to 999.9999. A share of half the weight gets twice the compute.</summary>
    [Parameter]
    [RequestMember("fairsharePolicy.shareDistribution")]
    public IDictionary? Share { get; set; }

    /// <summary>How long usage counts against a share: <c>01:00:00</c>, <c>1h</c>, or a number of seconds; a week at most.</summary>
    [Parameter]
    [DurationTransformation]
    [RequestMember("fairsharePolicy.shareDecaySeconds")]
    public TimeSpan? ShareDecay { get; set; }

    /// <summary>The part of the capacity that is kept for shares that are not active yet, in percent, 0 to 99.</summary>
    [Parameter]
    [ValidateRange(0, 99)]
    [RequestMember("fairsharePolicy.computeReservation")]
    public int? ComputeReservation { get; set; }

    /// <summary>How idle capacity of quota shares is given away: FIFO. Makes it a policy for queues with quota shares.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConstantCompleter<QuotaShareIdleResourceAssignmentStrategy>))]
    [RequestMember("quotaSharePolicy.idleResourceAssignmentStrategy")]
    public string? IdleResourceAssignment { get; set; }

    /// <summary>The whole fair-share policy in AWS's shape, as a hashtable or JSON text.</summary>
    [Parameter]
    [RequestMember("fairsharePolicy")]
    public object? FairsharePolicy { get; set; }

    private protected override string Action => "Change the scheduling policy";

    private protected override IRequestKind<SchedulingPolicy> Kind => new RequestKind<UpdateSchedulingPolicyRequest, SchedulingPolicy>
    {
        Name = request => ArnName.Of(request.Arn),
        Send = (connection, request, reporter, cancellation) =>
            new SchedulingPolicies(connection, reporter).UpdateAsync(request, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            Changes(await new SchedulingPolicies(connection, reporter).CompleteAsync(request, cancellation), request),
    };
}
