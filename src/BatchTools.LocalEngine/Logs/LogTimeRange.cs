namespace BatchTools.LocalEngine.Logs;

/// <summary>Times in milliseconds since 1970.</summary>
/// <param name="Start">The first that counts.</param>
/// <param name="End">The first that counts no more.</param>
internal readonly record struct LogTimeRange(long Start, long End)
{
    public static LogTimeRange All { get; } = new(long.MinValue, long.MaxValue);

    public bool Contains(long timestamp) => timestamp >= Start && timestamp < End;
}
