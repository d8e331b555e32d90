using System.Runtime.CompilerServices;
using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Finds, creates and changes quota shares of job queues.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
/// <param name="queues">The queues whose shares are looked for, by name or ARN. Empty: all that have a scheduling policy.</param>
internal sealed class QuotaShares(BatchConnection connection, IReporter reporter, IReadOnlyList<string> queues)
    : DescribedResources<QuotaShare>(connection, reporter)
{
    private readonly IReporter _reporter = reporter;

    /// <inheritdoc/>
    protected override string Kind => "quota share";

    /// <summary>Creates a share.</summary>
    /// <exception cref="BatchException">It is wrong, exists already, or the queue has no quota shares.</exception>
    public async Task<QuotaShare> CreateAsync(CreateQuotaShareRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.QuotaShareName);
        var answer = await CallAsync("CreateQuotaShare", name, token => Connection.Batch.CreateQuotaShareAsync(request, token), cancellationToken);
        return await FindAsync(answer.QuotaShareArn, cancellationToken);
    }

    /// <summary>Changes a share; what the request does not give stays as it is.</summary>
    /// <param name="request">The change; its ARN may be a name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BatchException">There is no such share, or the change is wrong.</exception>
    public async Task<QuotaShare> UpdateAsync(UpdateQuotaShareRequest request, CancellationToken cancellationToken)
    {
        request.QuotaShareArn = (await FindAsync(request.QuotaShareArn, cancellationToken)).QuotaShareArn;
        await CallAsync("UpdateQuotaShare", ArnName.Of(request.QuotaShareArn), token => Connection.Batch.UpdateQuotaShareAsync(request, token), cancellationToken);
        return await FindAsync(request.QuotaShareArn, cancellationToken);
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<QuotaShare> DescribeAsync(IReadOnlyList<string>? names, CancellationToken cancellationToken) =>
        ArnsAsync(names, cancellationToken)
            .SelectInOrderAsync(AtATime, (arn, token) => UnlessMissingAsync(() => DescribeAsync(arn, token)), cancellationToken)
            .WherePresentAsync(cancellationToken);

    private async Task<QuotaShare> DescribeAsync(string arn, CancellationToken cancellationToken) => ToQuotaShare(await CallAsync(
        "DescribeQuotaShare", ArnName.Of(arn), token => Connection.Batch.DescribeQuotaShareAsync(new() { QuotaShareArn = arn }, token), cancellationToken));

    // Shares are described by ARN alone; a name has to be looked for in its queue.
    private async IAsyncEnumerable<string> ArnsAsync(IReadOnlyList<string>? names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var arn in names?.Where(ArnName.IsArn) ?? [])
            yield return arn;
        if (names?.All(ArnName.IsArn) == true)
            yield break;
        await foreach (var queue in QueuesAsync(cancellationToken))
        {
            var request = new ListQuotaSharesRequest { JobQueue = queue };
            do
            {
                var answer = await CallAsync("ListQuotaShares", queue, token => Connection.Batch.ListQuotaSharesAsync(request, token), cancellationToken);
                foreach (var share in (answer.QuotaShares ?? []).Where(share => names?.Contains(share.QuotaShareName) ?? true))
                    yield return share.QuotaShareArn!;
                request.NextToken = answer.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
    }

    private IAsyncEnumerable<string> QueuesAsync(CancellationToken cancellationToken) => queues.Count > 0
        ? queues.ToStreamAsync(cancellationToken)
        : new JobQueues(Connection, _reporter).GetAsync([], cancellationToken)
            .WhereAsync(queue => queue.SchedulingPolicyArn is not null, cancellationToken)
            .SelectAsync(queue => queue.JobQueueName, cancellationToken);

    private QuotaShare ToQuotaShare(DescribeQuotaShareResponse detail) => new()
    {
        QuotaShareName = detail.QuotaShareName ?? "",
        QuotaShareArn = detail.QuotaShareArn ?? "",
        JobQueue = ArnName.Of(detail.JobQueueArn),
        State = OpenEnum.Read<ResourceState>(detail.State?.Value),
        Status = OpenEnum.Read<ResourceStatus>(detail.Status?.Value),
        CapacityLimits = (detail.CapacityLimits ?? []).ToDictionary(limit => limit.CapacityUnit ?? "", limit => limit.MaxCapacity ?? 0),
        Strategy = detail.ResourceSharingConfiguration?.Strategy?.Value ?? "",
        BorrowLimit = detail.ResourceSharingConfiguration?.BorrowLimit,
        InSharePreemption = OpenEnum.Read<ResourceState>(detail.PreemptionConfiguration?.InSharePreemption?.Value),
        Tags = NameValues.ToDictionary(detail.Tags),
        Connection = Connection,
        Raw = ShapeWriter.ToPlainData(detail),
    };
}
