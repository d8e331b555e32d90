namespace BatchTools;

/// <summary>A place in a log, from which it is read on, page by page.</summary>
internal abstract class LogCursor(LogStream stream, LogOptions options)
{
    /// <summary>The most lines that a call gives.</summary>
    public const int MostInOnePage = 10_000;

    /// <summary>The log.</summary>
    public LogStream Stream { get; } = stream;

    /// <summary>Which lines are wanted.</summary>
    protected LogOptions Options { get; } = options;

    /// <summary>At the beginning of a log: over its events, or over those that a filter of CloudWatch Logs lets through.</summary>
    public static LogCursor Open(LogStream stream, LogOptions options) =>
        options.Filter is null ? new EventCursor(stream, options) : new FilterCursor(stream, options);

    /// <summary>The next page.</summary>
    /// <param name="limit">The most lines of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BatchException">The stream does not exist, or cannot be read.</exception>
    public abstract Task<LogPage> NextAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The last wanted lines, so many; <see cref="NextAsync"/> goes on after them.</summary>
    /// <exception cref="BatchException">The stream does not exist, or cannot be read.</exception>
    public abstract Task<IReadOnlyList<JobLogEvent>> TailAsync(int count, CancellationToken cancellationToken);

    /// <summary>A call of CloudWatch Logs about this log, at the pace of its connection.</summary>
    protected ServiceCall Call(string operation) =>
        new(Stream.Job.Connection, $"logs:{operation}", Stream.Name) { Rate = Stream.Job.Connection.LogRate };
}
