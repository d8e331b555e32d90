namespace BatchTools.PowerShell.Pipeline;

/// <summary>Results that came together and go down the pipeline one by one: a thread is changed once for all of them.</summary>
/// <param name="Items">The results.</param>
public sealed record OutputBatch(IReadOnlyList<object> Items);
