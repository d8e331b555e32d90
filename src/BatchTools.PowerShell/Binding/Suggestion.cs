namespace BatchTools.PowerShell.Binding;

/// <summary>One value that completion offers.</summary>
/// <param name="Value">What is typed.</param>
/// <param name="Note">What is shown beside it.</param>
internal sealed record Suggestion(string Value, string? Note = null);
