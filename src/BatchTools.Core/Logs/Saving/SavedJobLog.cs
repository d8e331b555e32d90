namespace BatchTools;

/// <summary>A log that is in a file.</summary>
public sealed class SavedJobLog
{
    /// <summary>The full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>What was done.</summary>
    public required SavedJobLogState State { get; init; }

    /// <summary>The lines that were written now.</summary>
    public long Lines { get; init; }

    /// <summary>The size of the file, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The id of the job.</summary>
    public required string JobId { get; init; }

    /// <summary>The name of the job.</summary>
    public string JobName { get; init; } = "";

    /// <summary>The place of an array child in its array, from 0; null for other jobs.</summary>
    public int? ArrayIndex { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>The container; null for a job of one container.</summary>
    public string? Container { get; init; }

    /// <summary>Gives the path of the file.</summary>
    /// <returns>The path.</returns>
    public override string ToString() => Path;
}
