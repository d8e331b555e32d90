namespace BatchTools;

/// <summary>Measures job queues: a call for every thousand jobs of a state, one for the head, one for the environments.</summary>
/// <param name="connection">Where the queues are.</param>
/// <param name="reporter">Hears of what could not be looked at.</param>
internal sealed class QueueMeasurement(BatchConnection connection, IReporter reporter)
{
    private static readonly JobStatus[] States =
        [JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING, JobStatus.SUCCEEDED, JobStatus.FAILED];

    private readonly Dictionary<string, QueueCount> _counts = new(StringComparer.Ordinal);

    /// <summary>Measures a queue. Measured again, it is asked only for what has changed.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellationToken">Ends the measuring.</param>
    /// <exception cref="BatchException">A call failed.</exception>
    public async Task<QueueMeasure> MeasureAsync(JobQueue queue, CancellationToken cancellationToken)
    {
        if (!_counts.TryGetValue(queue.JobQueueName, out var count))
            _counts[queue.JobQueueName] = count = new(connection, queue.JobQueueName);
        var tally = await count.CountAsync(cancellationToken);
        var oldest = count.Oldest;
        var snapshot = await SnapshotAsync(queue, cancellationToken);
        var blocked = await BlockedAsync(snapshot, cancellationToken);
        var now = connection.TimeProvider.GetLocalNow().DateTime;
        return new()
        {
            JobQueueName = queue.JobQueueName,
            MeasuredAt = now,
            State = queue.State,
            Status = queue.Status,
            Counts = States.ToDictionary(state => state, tally.Of),
            OldestRunnableJob = oldest?.JobId,
            OldestRunnable = oldest is null ? null : now - oldest.CreatedAt,
            VcpusInUse = snapshot?.VcpusInUse,
            BlockedJob = blocked?.JobId,
            BlockedReason = blocked?.StatusReason,
            ComputeEnvironments = await EnvironmentsAsync(queue, cancellationToken),
            Connection = connection,
        };
    }

    // Where the endpoint is older or the permission is missing, the rest can be told all the same.
    private async Task<JobQueueSnapshot?> SnapshotAsync(JobQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            return await new JobQueueSnapshots(connection).GetAsync(queue.JobQueueName, cancellationToken);
        }
        catch (BatchException problem) when (problem.Kind is ErrorKind.Denied or ErrorKind.InvalidInput or ErrorKind.NotFound)
        {
            reporter.Verbose($"The head of the job queue '{queue}' could not be looked at: {problem.Message}");
            return null;
        }
    }

    private async Task<Job?> BlockedAsync(JobQueueSnapshot? snapshot, CancellationToken cancellationToken)
    {
        if (snapshot?.Jobs is not [var head, ..])
            return null;
        var found = await JobDescriptions.DescribeAsync(connection, [head.JobId], cancellationToken);
        return found.Values.Select(detail => JobMapping.ToJob(detail, connection))
            .FirstOrDefault(job => job.Status == JobStatus.RUNNABLE && !string.IsNullOrEmpty(job.StatusReason));
    }

    private async Task<IReadOnlyList<EnvironmentMeasure>> EnvironmentsAsync(JobQueue queue, CancellationToken cancellationToken)
    {
        if (queue.ComputeEnvironments.Count == 0)
            return [];
        var measures = new List<EnvironmentMeasure>();
        await foreach (var one in new ComputeEnvironments(connection, reporter).GetAsync(queue.ComputeEnvironments, cancellationToken))
        {
            measures.Add(new()
            {
                ComputeEnvironmentName = one.ComputeEnvironmentName,
                ResourceType = one.ResourceType,
                State = one.State,
                Status = one.Status,
                MinVcpus = one.MinVcpus,
                DesiredVcpus = one.DesiredVcpus,
                MaxVcpus = one.MaxVcpus,
            });
        }

        return [.. measures.OrderBy(one => queue.ComputeEnvironments.ToList().IndexOf(one.ComputeEnvironmentName))];
    }
}
