namespace BatchTools;

/// <summary>Writes reports of workloads.</summary>
public static class Reports
{
    /// <summary>
    /// Writes a report into a file, which appears, or is replaced, when it is complete; folders are made as needed.
    /// </summary>
    /// <param name="summary">What to report.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">The format; null: by the file's extension, .html, .htm, .json, .csv, .md, .markdown or .xml (JUnit).</param>
    /// <param name="cancellationToken">Ends the work; the file stays as it was.</param>
    /// <returns>The file, when it is there.</returns>
    /// <exception cref="BatchException">The extension tells no format, or the file cannot be written.</exception>
    public static Task<FileInfo> ExportAsync(
        WorkloadSummary summary, string path, ReportFormat? format = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var chosen = format ?? FormatOf(path);
        return Task.Run(() => Write(summary, path, chosen, cancellationToken), cancellationToken);
    }

    /// <summary>The format that a file's extension tells.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The format.</returns>
    /// <exception cref="BatchException">The extension tells no format.</exception>
    public static ReportFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" => ReportFormat.Html,
        ".json" => ReportFormat.Json,
        ".csv" => ReportFormat.Csv,
        ".md" or ".markdown" => ReportFormat.Markdown,
        ".xml" => ReportFormat.JUnit,
        _ => throw BatchException.For(nameof(Messages.ReportFormatUnknown), ErrorKind.InvalidInput, path, path),
    };

    private static FileInfo Write(WorkloadSummary summary, string path, ReportFormat format, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        var unfinished = Path.Combine(file.DirectoryName!, $".{file.Name}.{Path.GetRandomFileName()}.tmp");
        try
        {
            file.Directory!.Create();
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
                Write(summary, stream, format, cancellationToken);
            File.Move(unfinished, file.FullName, overwrite: true);
            file.Refresh();
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BatchException.From(
                exception, nameof(Messages.ReportNotWritten),
                exception is UnauthorizedAccessException ? ErrorKind.Denied : ErrorKind.Unavailable, path, path, OneLine.Of(exception));
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    /// <summary>Writes a report into a stream.</summary>
    internal static void Write(WorkloadSummary summary, Stream stream, ReportFormat format, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case ReportFormat.Html:
                HtmlReport.Write(summary, stream, cancellationToken);
                break;
            case ReportFormat.Json:
                JsonReport.Write(summary, stream, cancellationToken);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(summary, stream, cancellationToken);
                break;
            case ReportFormat.JUnit:
                JUnitReport.Write(summary, stream, cancellationToken);
                break;
            default:
                CsvReport.Write(summary, stream, cancellationToken);
                break;
        }
    }
}
