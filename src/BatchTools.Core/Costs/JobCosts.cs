namespace BatchTools;

/// <summary>Finds out what jobs cost: each attempt at the prices of the environments of its queue.</summary>
/// <param name="reporter">Takes what the look-ups tell.</param>
internal sealed class JobCosts(IReporter reporter)
{
    private readonly Dictionary<BatchConnection, QueueRates> _rates = [];

    /// <summary>What a job cost so far. An array job costs what its children do, and nothing itself.</summary>
    /// <param name="job">The job, in full.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task<JobCost> OfAsync(Job job, CancellationToken cancellationToken)
    {
        var times = RunTimes(job).ToList();
        var rates = times.Count == 0 ? [] : await RatesOf(job.Connection).OfAsync(job.JobQueue, ContainerNeeds.Of(job), null, cancellationToken);
        var attempts = times.ConvertAll(time => new AttemptCost(time.Number, time.Length, At(rates, time.Length), time.IsWasted));
        return new()
        {
            Name = job.JobName,
            JobId = job.JobId,
            JobCount = job.ArraySize is null ? 1 : 0,
            AttemptCount = attempts.Count,
            RunTime = TimeSpan.FromTicks(attempts.Sum(attempt => attempt.RunTime.Ticks)),
            Cost = JobCost.Sum(attempts.Select(attempt => attempt.Cost)),
            Waste = JobCost.Sum(attempts.Where(attempt => attempt.IsWasted).Select(attempt => attempt.Cost)),
            IsCharged = job.Connection.Kind == BatchConnectionKind.Aws,
            PriceDate = rates.Select(rate => rate.Date).Append(null).Max(),
            Rates = [.. rates.Select(rate => rate.Reason).Where(reason => reason.Length > 0)],
            Missing = [.. rates.Select(rate => rate.Missing).OfType<string>()],
            Attempts = attempts,
            Connection = job.Connection,
        };
    }

    // The attempt that runs has not ended, and may yet succeed. Of a job that succeeded, the last attempt did.
    private static IEnumerable<(int Number, TimeSpan Length, bool IsWasted)> RunTimes(Job job)
    {
        if (job.ArraySize is not null)
            yield break;
        foreach (var attempt in job.Attempts)
        {
            if (attempt.Duration is { } length)
                yield return (attempt.Number, length, job.Status != JobStatus.SUCCEEDED || attempt.Number < job.Attempts.Count);
        }

        if (job.Duration is { } running && (!job.IsFinished || job.Attempts.Count == 0))
            yield return (job.Attempts.Count + 1, running, job.Status == JobStatus.FAILED);
    }

    private static CostRange At(IReadOnlyList<HourlyRate> rates, TimeSpan length) =>
        rates.Select(rate => rate.For(new(length, length, 1, ""))).Aggregate((one, other) => one.Or(other));

    private QueueRates RatesOf(BatchConnection connection) => _rates.TryGetValue(connection, out var rates)
        ? rates
        : _rates[connection] = new(connection, new(connection, reporter));
}
