using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a quota share, a part of a queue's capacity for service jobs.</summary>
/// <example>
/// <code>New-BatchQuotaShare -Name product -JobQueue training -CapacityLimit @{ 'ml.p5.48xlarge' = 4 } -Strategy LEND</code>
/// <para>Creates a share of four instances that are lent while they are idle.</para>
/// </example>
/// <example>
/// <code>Get-BatchQuotaShare research | New-BatchQuotaShare -Name lab -JobQueue training</code>
/// <para>Creates another share like one that exists.</para>
/// </example>
/// <seealso cref="GetBatchQuotaShareCommand"/>
/// <seealso cref="SetBatchQuotaShareCommand"/>
/// <seealso cref="RemoveBatchQuotaShareCommand"/>
[Cmdlet(VerbsCommon.New, "BatchQuotaShare", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("CreateQuotaShare")]
[OutputType(typeof(QuotaShare))]
public sealed class NewBatchQuotaShareCommand : CreationCmdlet<QuotaShare>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("QuotaShareName")]
    [RequestMember("quotaShareName")]
    public string? Name { get; set; }

    /// <summary>The queue, as an object, or by name or ARN. Its scheduling policy must be one for quota shares.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string? JobQueue { get; set; }

    /// <summary>How much it may use: units, such as an instance type, and the most of each.</summary>
    [Parameter]
    [RequestMember("capacityLimits")]
    public IDictionary? CapacityLimit { get; set; }

    /// <summary>What becomes of idle capacity: RESERVE keeps it, LEND lends it, LEND_AND_BORROW also borrows that of others. Default: RESERVE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConstantCompleter<QuotaShareResourceSharingStrategy>))]
    [RequestMember("resourceSharingConfiguration.strategy")]
    public string Strategy { get; set; } = "RESERVE";

    /// <summary>How much it may borrow, in percent of its own; -1: without limit. Of LEND_AND_BORROW alone.</summary>
    [Parameter]
    [ValidateRange(-1, int.MaxValue)]
    [RequestMember("resourceSharingConfiguration.borrowLimit")]
    public int? BorrowLimit { get; set; }

    /// <summary>Whether a job of higher priority may take the place of another of the same share: ENABLED or DISABLED. Default: DISABLED.</summary>
    [Parameter]
    [RequestMember("preemptionConfiguration.inSharePreemption")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState InSharePreemption { get; set; } = ResourceState.DISABLED;

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

    private protected override string Action => "Create the quota share";

    private protected override IRequestKind<QuotaShare> Kind => new RequestKind<CreateQuotaShareRequest, QuotaShare>
    {
        Name = request => request.QuotaShareName,
        Send = (connection, request, reporter, cancellation) =>
            new QuotaShares(connection, reporter, []).CreateAsync(request, cancellation),
    };
}
