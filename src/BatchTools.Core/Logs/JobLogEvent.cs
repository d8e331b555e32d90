namespace BatchTools;

/// <summary>One line of a job's log.</summary>
public sealed class JobLogEvent
{
    private readonly DateTime _time;

    internal JobLogEvent(LogStream stream, DateTime time, string message)
    {
        Stream = stream;
        _time = time;
        Message = message;
    }

    /// <summary>When the line was written, in local time.</summary>
    public DateTime Timestamp => _time.ToLocalTime();

    /// <summary>The line, as the job wrote it; it may hold control characters.</summary>
    public string Message { get; }

    /// <summary>The id of the job.</summary>
    public string JobId => Stream.Job.JobId;

    /// <summary>The name of the job.</summary>
    public string JobName => Stream.Job.JobName;

    /// <summary>The place of an array child in its array, from 0; null for other jobs.</summary>
    public int? ArrayIndex => Stream.Job.ArrayIndex;

    /// <summary>The place of a node in its multi-node parallel job, from 0; null for other jobs.</summary>
    public int? NodeIndex => Stream.Job.NodeIndex;

    /// <summary>The number of the attempt that wrote the line, from 1.</summary>
    public int Attempt => Stream.Attempt;

    /// <summary>The container that wrote the line; null for a job of one container.</summary>
    public string? Container => Stream.Container;

    /// <summary>The log stream that holds the line.</summary>
    public string LogStreamName => Stream.Name;

    /// <summary>The log group that holds the stream.</summary>
    public string LogGroup => Stream.Group;

    /// <summary>The connection that the line came from.</summary>
    public BatchConnection Connection => Stream.Job.Connection;

    /// <summary>The attempt's log that the line belongs to.</summary>
    internal LogStream Stream { get; }

    /// <summary>The time as it came, for ordering.</summary>
    internal long Ticks => _time.Ticks;

    /// <summary>Gives the line.</summary>
    /// <returns>The message.</returns>
    public override string ToString() => Message;
}
