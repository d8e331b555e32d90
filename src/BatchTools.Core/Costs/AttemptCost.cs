namespace BatchTools;

/// <summary>What an attempt of a job cost.</summary>
/// <param name="Number">The number of the attempt, from 1.</param>
/// <param name="RunTime">How long it ran.</param>
/// <param name="Cost">What that cost, in US dollars.</param>
/// <param name="IsWasted">Whether it ended without success, so that what it cost was for nothing.</param>
public sealed record AttemptCost(int Number, TimeSpan RunTime, CostRange Cost, bool IsWasted);
