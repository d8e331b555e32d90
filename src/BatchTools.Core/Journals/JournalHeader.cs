namespace BatchTools.Journals;

/// <summary>What a journal is of; its first line.</summary>
/// <param name="Workload">The name of the workload, or the one that was made up for a call without one.</param>
/// <param name="IsNamed">Whether a user gave the name; a set without one is of a single call.</param>
/// <param name="Place">Where the jobs are: <see cref="JournalFolder.Place"/>.</param>
/// <param name="StartedAt">When the first call began, in milliseconds since 1970.</param>
internal sealed record JournalHeader(string Workload, bool IsNamed, string Place, long StartedAt);
