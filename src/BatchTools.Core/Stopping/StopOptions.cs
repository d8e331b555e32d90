namespace BatchTools;

/// <summary>How jobs are stopped.</summary>
public sealed record StopOptions
{
    /// <summary>The reason, which becomes the jobs' status reason; 1 to 1,024 characters.</summary>
    public string Reason { get; init; } = "Stopped by the user";
}
