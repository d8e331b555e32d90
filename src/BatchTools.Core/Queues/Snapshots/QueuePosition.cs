namespace BatchTools;

/// <summary>A RUNNABLE job near the head of a queue.</summary>
/// <param name="Position">Its place, from 1.</param>
/// <param name="JobId">The job.</param>
/// <param name="Since">When it came to this place at the earliest, in local time.</param>
public sealed record QueuePosition(int Position, string JobId, DateTime? Since)
{
    /// <summary>Gives the place and the job.</summary>
    /// <returns>The place and the job.</returns>
    public override string ToString() => $"{Position}. {JobId}";
}
