using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Looks at the heads of job queues.</summary>
/// <param name="connection">Where the queues are.</param>
internal sealed class JobQueueSnapshots(BatchConnection connection)
{
    /// <summary>The head of a queue.</summary>
    /// <param name="queue">The queue's name or ARN.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BatchException">There is no such queue.</exception>
    public async Task<JobQueueSnapshot> GetAsync(string queue, CancellationToken cancellationToken)
    {
        var answer = await new ServiceCall(connection, "batch:GetJobQueueSnapshot", queue)
            .InvokeAsync(token => connection.Batch.GetJobQueueSnapshotAsync(new() { JobQueue = queue }, token), cancellationToken);
        var use = answer.QueueUtilization;
        return new()
        {
            JobQueueName = ArnName.Of(queue),
            Jobs = Positions(answer.FrontOfQueue?.Jobs?.Select(job => (job.JobArn, job.EarliestTimeAtPosition))),
            UpdatedAt = ServiceTime.ToLocal(answer.FrontOfQueue?.LastUpdatedAt),
            Capacity = Capacity(use?.TotalCapacityUsage?.Select(one => (one.CapacityUnit, one.Quantity))),
            ActiveShares = use?.FairshareUtilization?.ActiveShareCount,
            Shares =
            [
                .. (use?.FairshareUtilization?.TopCapacityUtilization ?? []).Select(one =>
                    new ShareUtilization(one.ShareIdentifier ?? "", Capacity(one.CapacityUsage?.Select(part => (part.CapacityUnit, part.Quantity))))),
                .. (use?.QuotaShareUtilization?.TopCapacityUtilization ?? []).Select(one =>
                    new ShareUtilization(one.QuotaShareName ?? "", Capacity(one.CapacityUsage?.Select(part => (part.CapacityUnit, part.Quantity))))),
            ],
            QuotaShares = (answer.FrontOfQuotaShares?.QuotaShares ?? []).ToDictionary(
                share => share.Key, share => Positions(share.Value?.Select(job => (job.JobArn, job.EarliestTimeAtPosition)))),
            Connection = connection,
            Raw = ShapeWriter.ToPlainData(answer),
        };
    }

    private static IReadOnlyList<QueuePosition> Positions(IEnumerable<(string? Arn, long? Since)>? jobs) =>
        Indexable.Of([.. (jobs ?? []).Select((job, index) => new QueuePosition(index + 1, ArnName.Of(job.Arn), ServiceTime.ToLocal(job.Since)))]);

    private static Dictionary<string, double> Capacity(IEnumerable<(string? Unit, double? Quantity)>? usage) =>
        (usage ?? []).ToDictionary(one => one.Unit ?? "", one => one.Quantity ?? 0);
}
