namespace BatchTools.PowerShell.Binding;

/// <summary>One value that completion offers.</summary>
/// <param name="Value">What is typed.</param>
/// <param name="Note">What is shown beside it; null: the value.</param>
/// <param name="Label">What stands in the list of choices; null: the value.</param>
internal sealed record Suggestion(string Value, string? Note = null, string? Label = null);
