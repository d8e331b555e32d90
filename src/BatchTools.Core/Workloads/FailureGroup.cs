namespace BatchTools;

/// <summary>Jobs that failed for the same reason.</summary>
/// <param name="Reason">The reason, with the exit code if there is one.</param>
/// <param name="Count">How many jobs.</param>
/// <param name="JobNames">The names of the first of them.</param>
public sealed record FailureGroup(string Reason, int Count, IReadOnlyList<string> JobNames)
{
    /// <summary>The names of the first of them.</summary>
    public IReadOnlyList<string> JobNames { get; init => field = Indexable.Of(value); } = Indexable.Of(JobNames);

    /// <summary>Gives the count and the reason.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Count} × {Reason}";
}
