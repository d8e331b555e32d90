using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a scheduling policy, by which a queue shares its capacity.</summary>
/// <example>
/// <code>
/// New-BatchSchedulingPolicy -Name groups -Share @{ research = 0.5; 'guest*' = 2 } -ShareDecay 1h -ComputeReservation 20
/// </code>
/// <para>Creates a policy under which research gets four times the compute of each guest.</para>
/// </example>
/// <example>
/// <code>Get-BatchSchedulingPolicy teams | New-BatchSchedulingPolicy -Name teams2 -ComputeReservation 10</code>
/// <para>Creates another policy like one that exists.</para>
/// </example>
/// <seealso cref="GetBatchSchedulingPolicyCommand"/>
/// <seealso cref="SetBatchSchedulingPolicyCommand"/>
/// <seealso cref="RemoveBatchSchedulingPolicyCommand"/>
[Cmdlet(VerbsCommon.New, "BatchSchedulingPolicy", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("CreateSchedulingPolicy")]
[OutputType(typeof(SchedulingPolicy))]
public sealed class NewBatchSchedulingPolicyCommand : CreationCmdlet<SchedulingPolicy>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("SchedulingPolicyName")]
    [RequestMember("name")]
    public string? Name { get; set; }

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

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    private protected override string Action => "Create the scheduling policy";

    private protected override IRequestKind<SchedulingPolicy> Kind => new RequestKind<CreateSchedulingPolicyRequest, SchedulingPolicy>
    {
        Name = request => request.Name,
        Send = (connection, request, reporter, cancellation) =>
            new SchedulingPolicies(connection, reporter).CreateAsync(request, cancellation),
    };
}
