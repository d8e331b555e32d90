using System.Globalization;
using System.Text;

namespace BatchTools;

/// <summary>
/// The report for spreadsheets: RFC 4180, one row a job, one column a parameter. Times are ISO 8601 with offset, durations are
/// seconds.
/// </summary>
internal static class CsvReport
{
    private static readonly (string Name, Func<Job, object?> Value)[] Columns =
    [
        ("jobId", job => job.JobId),
        ("jobName", job => job.JobName),
        ("status", job => job.Status.ToString()),
        ("statusReason", job => job.StatusReason),
        ("exitCode", job => job.ExitCode),
        ("reason", job => job.Reason),
        ("jobQueue", job => job.JobQueue),
        ("jobDefinition", job => job.JobDefinition),
        ("attempts", job => job.Attempts.Count),
        ("createdAt", job => job.CreatedAt),
        ("startedAt", job => job.StartedAt),
        ("stoppedAt", job => job.StoppedAt),
        ("queueSeconds", job => job.Waited()),
        ("runSeconds", job => job.RunTime()),
        ("vcpu", job => job.Vcpu),
        ("memoryMiB", job => job.Memory),
        ("arrayIndex", job => job.ArrayIndex),
        ("logStreamName", job => job.LogStreamName),
    ];

    /// <summary>Writes the report.</summary>
    public static void Write(WorkloadSummary summary, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        var parameters = JobParameters.Names(summary.Jobs);
        (string Name, Func<Job, object?> Value)[] columns = summary.Costs is { } costs ? [.. Columns, .. CostColumns(costs)] : Columns;
        string[] names = [.. columns.Select(column => column.Name)];
        writer.WriteLine(string.Join(',', [.. names, .. parameters.Select(parameter => Header(parameter, names))]));
        foreach (var job in summary.Jobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = columns.Select(column => Cell(column.Value(job)))
                .Concat(parameters.Select(name => Cell(job.Parameters.GetValueOrDefault(name))));
            writer.WriteLine(string.Join(',', cells));
        }
    }

    private static (string Name, Func<Job, object?> Value)[] CostColumns(IReadOnlyDictionary<string, JobCost> costs) =>
    [
        ("costLowUsd", job => ReportText.Dollars(costs.GetValueOrDefault(job.JobId)?.Cost.Low)),
        ("costHighUsd", job => ReportText.Dollars(costs.GetValueOrDefault(job.JobId)?.Cost.High)),
    ];

    private static string Header(string parameter, IEnumerable<string> names) =>
        Cell(names.Contains(parameter, StringComparer.OrdinalIgnoreCase) ? "parameter." + parameter : parameter);

    private static string Cell(object? value) => value switch
    {
        null => string.Empty,
        DateTime time => ReportText.Iso(time),
        TimeSpan duration => duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture),
        string text => Quoted(Harmless(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString() ?? string.Empty),
    };

    // A spreadsheet takes text that begins so for a formula and would run it; an apostrophe makes it text again.
    private static string Harmless(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim().Length == text.Length
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
