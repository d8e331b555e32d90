namespace BatchTools.PowerShell.Tests;

/// <summary>What tests/Pester/Invoke-Suite.ps1 writes.</summary>
internal sealed record PesterResult(int Passed, int Failed, int Skipped, double Seconds, IReadOnlyList<PesterFailure> Failures);
