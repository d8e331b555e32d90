namespace BatchTools.LocalEngine.Logs;

/// <summary>The times of a stream's first and last events, in milliseconds since 1970; null where it has none.</summary>
internal readonly record struct LogSpan(long? Earliest, long? Latest, long? IngestedAt);
