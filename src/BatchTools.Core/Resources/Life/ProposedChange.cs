namespace BatchTools;

/// <summary>A change that an operation is about to make, for its host to allow.</summary>
/// <param name="Target">What is changed, such as <c>nightly</c>.</param>
/// <param name="Action">What is done to it, step by step.</param>
/// <param name="Risk">A question that has to be answered by a yes of its own, as something would be lost; null: none.</param>
internal sealed record ProposedChange(string Target, string Action, string? Risk = null)
{
    /// <summary>What more there is to say of it, each line begun by a line break; empty: nothing.</summary>
    public string Details { get; init; } = "";
}
