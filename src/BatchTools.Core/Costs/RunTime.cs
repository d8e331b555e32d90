namespace BatchTools;

/// <summary>How long jobs may run.</summary>
/// <param name="Least">The least time that one runs in all; null where nothing tells it.</param>
/// <param name="Most">The most time of an attempt; null where nothing bounds it.</param>
/// <param name="Attempts">How many attempts a job has at most.</param>
/// <param name="Reason">Where that is known from, for a sentence.</param>
internal sealed record RunTime(TimeSpan? Least, TimeSpan? Most, int Attempts, string Reason);
