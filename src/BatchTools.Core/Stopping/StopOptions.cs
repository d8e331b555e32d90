namespace BatchTools;

/// <summary>How jobs are stopped.</summary>
public sealed record StopOptions
{
    /// <summary>The reason, which becomes the jobs' status reason; 1 to 1,024 characters.</summary>
    public string Reason { get; init; } = "Stopped by the user";

    /// <summary>Waits until each job has ended. Default: it is given as it is right after the call.</summary>
    public bool Wait { get; init; }
}
