namespace BatchTools;

/// <summary>A row that a query gave.</summary>
public sealed class LogQueryRow
{
    /// <summary>The fields of the row by name, in the order of the query; @timestamp is in UTC.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>The time of the row's line, in local time; null if the query does not give it.</summary>
    public DateTime? Timestamp { get; init; }

    /// <summary>The job of the row's line; null if the query does not give its stream, or the jobs are not known.</summary>
    public Job? Job { get; init; }

    /// <summary>The number of the attempt that wrote the line; null as <see cref="Job"/>.</summary>
    public int? Attempt { get; init; }

    /// <summary>The connection that the row came from.</summary>
    public required BatchConnection Connection { get; init; }
}
