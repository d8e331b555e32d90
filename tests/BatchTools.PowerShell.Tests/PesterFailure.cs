namespace BatchTools.PowerShell.Tests;

/// <summary>One test, or one file, that failed.</summary>
internal sealed record PesterFailure(string Name, string Message);
