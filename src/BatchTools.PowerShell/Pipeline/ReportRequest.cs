namespace BatchTools.PowerShell.Pipeline;

/// <summary>A report to be written.</summary>
/// <param name="Summary">What to report.</param>
/// <param name="Path">The full path of the file.</param>
public sealed record ReportRequest(WorkloadSummary Summary, string Path);
