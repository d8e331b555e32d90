namespace BatchTools;

/// <summary>One line of a job's log.</summary>
public sealed class JobLogEvent
{
    /// <summary>When the line was written, in local time.</summary>
    public required DateTime Timestamp { get; init; }

    /// <summary>The line.</summary>
    public required string Message { get; init; }

    /// <summary>The id of the job.</summary>
    public required string JobId { get; init; }

    /// <summary>The name of the job.</summary>
    public string JobName { get; init; } = "";

    /// <summary>The place of an array child in its array, from 0; null for other jobs.</summary>
    public int? ArrayIndex { get; init; }

    /// <summary>The number of the attempt that wrote the line, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>The log stream that holds the line.</summary>
    public string LogStreamName { get; init; } = "";

    /// <summary>The connection that the line came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Gives the line.</summary>
    /// <returns>The message.</returns>
    public override string ToString() => Message;
}
