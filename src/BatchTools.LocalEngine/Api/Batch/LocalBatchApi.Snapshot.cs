namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    private const int MostInFront = 100;
    private const int MostShares = 20;
    private const string VcpuUnit = "VCPU";

    public override Task<GetJobQueueSnapshotResponse> GetJobQueueSnapshotAsync(
        GetJobQueueSnapshotRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var queue = FindQueue(request.JobQueue);
        var now = state.Now;
        return new GetJobQueueSnapshotResponse
        {
            FrontOfQueue = new FrontOfQueueDetail
            {
                Jobs = [.. queue.Waiting.First(MostInFront, now).Select(entry => new FrontOfQueueJobSummary
                {
                    JobArn = state.Names.Job(entry.Job is Scheduling.Nodes.NodeJob node ? node.Parent.Id : entry.Job.Id),
                    EarliestTimeAtPosition = entry.Since,
                })],
                LastUpdatedAt = now,
            },
            QueueUtilization = new QueueSnapshotUtilizationDetail
            {
                TotalCapacityUsage = [new QueueSnapshotCapacityUsage { CapacityUnit = VcpuUnit, Quantity = (double)queue.VcpusInUse }],
                FairshareUtilization = queue.FairShare is { } shares ? Describe(shares.Active(now)) : null,
                LastUpdatedAt = now,
            },
        };
    });

    private static FairshareUtilizationDetail Describe(IReadOnlyList<Scheduling.Waiting.Share> active) => new()
    {
        ActiveShareCount = active.Count,
        TopCapacityUtilization = [.. active
            .Where(static share => share.VcpusInUse > 0)
            .OrderByDescending(static share => share.VcpusInUse)
            .Take(MostShares)
            .Select(static share => new FairshareCapacityUtilization
            {
                ShareIdentifier = share.Identifier,
                CapacityUsage = [new FairshareCapacityUsage { CapacityUnit = VcpuUnit, Quantity = (double)share.VcpusInUse }],
            })],
    };
}
