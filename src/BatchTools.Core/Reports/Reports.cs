namespace BatchTools;

/// <summary>Writes reports of workloads.</summary>
public static class Reports
{
    /// <summary>
    /// Writes a report into a file, which appears, or is replaced, when it is complete; folders are made as needed.
    /// </summary>
    /// <param name="summary">What to report.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">The format; null: by the file's extension, .html, .htm, .json or .csv.</param>
    /// <param name="cancellationToken">Ends the work; the file stays as it was.</param>
    /// <returns>When the file is there.</returns>
    /// <exception cref="BatchException">The extension tells no format, or the file cannot be written.</exception>
    public static Task ExportAsync(
        WorkloadSummary summary, string path, ReportFormat? format = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
