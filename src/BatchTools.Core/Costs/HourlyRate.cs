namespace BatchTools;

/// <summary>What an hour of a job costs in a place.</summary>
/// <param name="PerHour">The price of an hour.</param>
/// <param name="Reason">What it is made of, for a sentence.</param>
/// <param name="Date">When the prices were published, in UTC; null where there are none.</param>
internal sealed record HourlyRate(CostRange PerHour, string Reason, DateTime? Date = null)
{
    /// <summary>What is not known, and why; null where all is.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether at least a minute is charged, as on Fargate.</summary>
    public bool HasLeastMinute { get; init; }

    /// <summary>A rate that is not known.</summary>
    public static HourlyRate Unknown(string missing) => new(CostRange.Unknown, "") { Missing = missing };

    /// <summary>What a time costs at this rate.</summary>
    public CostRange For(RunTime time) => PerHour.Times(Hours(time.Least), Hours(time.Most) * time.Attempts);

    private decimal? Hours(TimeSpan? time) => time is { } known
        ? (decimal)(HasLeastMinute && known < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : known).TotalHours
        : null;
}
