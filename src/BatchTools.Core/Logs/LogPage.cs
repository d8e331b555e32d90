namespace BatchTools;

/// <summary>What one call gave of a log.</summary>
/// <param name="Events">The wanted lines, oldest first.</param>
/// <param name="Last">The time of the page's last line, wanted or not; null for an empty page.</param>
/// <param name="IsEnd">Whether the log has nothing more by now.</param>
/// <param name="IsFull">Whether the page was as large as asked for, so that more is there for sure.</param>
internal sealed record LogPage(IReadOnlyList<JobLogEvent> Events, DateTime? Last, bool IsEnd, bool IsFull);
