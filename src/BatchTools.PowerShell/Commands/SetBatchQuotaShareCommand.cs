using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes quota shares.</summary>
/// <example>
/// <code>Set-BatchQuotaShare research -CapacityLimit @{ 'ml.p5.48xlarge' = 6 }</code>
/// <para>Makes a share larger.</para>
/// </example>
/// <example>
/// <code>Get-BatchQuotaShare -JobQueue training | Set-BatchQuotaShare -Strategy LEND -WhatIf</code>
/// <para>Tells what would change in the shares of a queue.</para>
/// </example>
/// <seealso cref="GetBatchQuotaShareCommand"/>
/// <seealso cref="NewBatchQuotaShareCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchQuotaShare", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateQuotaShare")]
[OutputType(typeof(QuotaShare))]
public sealed class SetBatchQuotaShareCommand : UpdateCmdlet<QuotaShare>
{
    /// <summary>The quota shares, as objects, or by name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("QuotaShareName", "QuotaShareArn", "QuotaShare")]
    [NameTransformation("QuotaShareArn", "QuotaShareName", "QuotaShare")]
    [ArgumentCompleter(typeof(QuotaShareNameCompleter))]
    [RequestMember("quotaShareArn")]
    public string[] Name { get; set; } = [];

    /// <summary>The queues whose shares are meant, as objects, or by name or ARN. Default: all that have a scheduling policy.</summary>
    [Parameter]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    public string[] JobQueue { get; set; } = [];

    /// <summary>How much it may use: units, such as an instance type, and the most of each.</summary>
    [Parameter]
    [RequestMember("capacityLimits")]
    public IDictionary? CapacityLimit { get; set; }

    /// <summary>What becomes of idle capacity: RESERVE keeps it, LEND lends it, LEND_AND_BORROW also borrows that of others.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConstantCompleter<QuotaShareResourceSharingStrategy>))]
    [RequestMember("resourceSharingConfiguration.strategy")]
    public string? Strategy { get; set; }

    /// <summary>How much it may borrow, in percent of its own; -1: without limit. Of LEND_AND_BORROW alone.</summary>
    [Parameter]
    [ValidateRange(-1, int.MaxValue)]
    [RequestMember("resourceSharingConfiguration.borrowLimit")]
    public int? BorrowLimit { get; set; }

    /// <summary>Whether a job of higher priority may take the place of another of the same share: ENABLED or DISABLED.</summary>
    [Parameter]
    [RequestMember("preemptionConfiguration.inSharePreemption")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState? InSharePreemption { get; set; }

    /// <summary>Whether it takes new work: ENABLED or DISABLED.</summary>
    [Parameter]
    [RequestMember("state")]
    [ValidateRange(ResourceState.ENABLED, ResourceState.DISABLED)]
    public ResourceState? State { get; set; }

    private protected override string Action => "Change the quota share";

    private protected override IRequestKind<QuotaShare> Kind => new RequestKind<UpdateQuotaShareRequest, QuotaShare>
    {
        Name = request => ArnName.Of(request.QuotaShareArn),
        Send = (connection, request, reporter, cancellation) =>
            new QuotaShares(connection, reporter, JobQueue).UpdateAsync(request, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            Changes(await new QuotaShares(connection, reporter, JobQueue).FindAsync(request.QuotaShareArn, cancellation), request),
    };
}
