namespace BatchTools;

/// <summary>
/// What jobs cost, from the times that their attempts ran and the present prices of what they ran on. In US dollars; without disks,
/// network, logs, taxes and discounts, and without the parts of instances that no job used.
/// </summary>
public sealed record JobCost
{
    /// <summary>The job, workload, queue or definition; null for jobs of no workload.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the job; null of several.</summary>
    public string? JobId { get; init; }

    /// <summary>How many jobs ran; the children of arrays count one by one.</summary>
    public int JobCount { get; init; }

    /// <summary>How many attempts they had, the one that runs included.</summary>
    public int AttemptCount { get; init; }

    /// <summary>How long the attempts ran, together.</summary>
    public TimeSpan RunTime { get; init; }

    /// <summary>What they cost: its bounds, where it is not known in which environment of the queue or on which instance type they ran.</summary>
    public required CostRange Cost { get; init; }

    /// <summary>The part of it that went into attempts that ended without success.</summary>
    public required CostRange Waste { get; init; }

    /// <summary>That part, from 0 to 1; null where no cost is known.</summary>
    public double? WasteShare => (Waste.Low, Cost.Low) is ({ } waste, { } cost) && cost > 0 ? (double)(waste / cost)
        : (Waste.High, Cost.High) is ({ } most, { } all) && all > 0 ? (double)(most / all)
        : null;

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Whether anything was charged: jobs on the local engine cost nothing, and this is what they would cost on AWS.</summary>
    public bool IsCharged { get; init; }

    /// <summary>When the newest of the prices was published, in UTC; null where none is known.</summary>
    public DateTime? PriceDate { get; init; }

    /// <summary>What an hour cost where, a line each.</summary>
    public IReadOnlyList<string> Rates { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What is not known, a line each.</summary>
    public IReadOnlyList<string> Missing { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The attempts of the job; none of several jobs.</summary>
    public IReadOnlyList<AttemptCost> Attempts { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The connection that the jobs came from; null if they came from several.</summary>
    public BatchConnection? Connection { get; init; }

    /// <summary>Gives the name and the cost.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Name ?? "jobs"}: {Cost}";

    /// <summary>What a report calls the cost.</summary>
    internal string Heading => IsCharged ? "Cost" : "Cost, as if on AWS";

    /// <summary>What to know about the cost, for a report: what is not known of it, else what was wasted; null for nothing.</summary>
    internal string? Remark => Missing.Count > 0
        ? $"not known: {Missing[0]}{(Missing.Count > 1 ? $", and {Missing.Count - 1} more" : "")}"
        : WasteShare is > 0 and var share ? $"{ReportText.Percent(share)} in attempts without success" : null;

    /// <summary>Adds jobs up.</summary>
    internal static JobCost Sum(string? name, IReadOnlyCollection<JobCost> jobs) => new()
    {
        Name = name,
        JobCount = jobs.Sum(job => job.JobCount),
        AttemptCount = jobs.Sum(job => job.AttemptCount),
        RunTime = TimeSpan.FromTicks(jobs.Sum(job => job.RunTime.Ticks)),
        Cost = Sum(jobs.Select(job => job.Cost)),
        Waste = Sum(jobs.Select(job => job.Waste)),
        IsCharged = jobs.Any(job => job.IsCharged),
        PriceDate = jobs.Max(job => job.PriceDate),
        Rates = [.. jobs.SelectMany(job => job.Rates).Distinct(StringComparer.Ordinal)],
        Missing = [.. jobs.SelectMany(job => job.Missing).Distinct(StringComparer.Ordinal)],
        Connection = jobs.Select(job => job.Connection).Distinct().Count() == 1 ? jobs.First().Connection : null,
    };

    /// <summary>Adds amounts up; none are nothing.</summary>
    internal static CostRange Sum(IEnumerable<CostRange> amounts) =>
        amounts.Aggregate((CostRange?)null, (sum, one) => sum is null ? one : sum + one) ?? CostRange.Zero;
}
