using System.Text;

namespace BatchTools;

/// <summary>
/// The report for the summary page of a CI service or for an issue: totals, why jobs failed, and the jobs, those that failed first. GitHub
/// takes one MiB of it, so a long list of jobs is cut, and says so.
/// </summary>
internal static class MarkdownReport
{
    private const int MostReasons = 20;
    private const int MostNames = 5;
    private const int MostJobs = 1_000;
    private const int OpenJobs = 30;

    /// <summary>Writes the report.</summary>
    public static void Write(WorkloadSummary summary, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"## {MarkdownText.Of(summary.Workload ?? "Jobs")}");
        writer.WriteLine();
        Totals(writer, summary);
        Failures(writer, summary);
        Jobs(writer, summary, cancellationToken);
    }

    private static void Totals(StreamWriter writer, WorkloadSummary summary)
    {
        writer.WriteLine("| Jobs | Succeeded | Failed | Unfinished | Took | Ran in all | vCPU hours |");
        writer.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        Row(
            writer,
            ReportText.Count(summary.JobCount),
            ReportText.Count(summary.Succeeded),
            ReportText.Count(summary.Failed),
            ReportText.Count(summary.Unfinished),
            ReportText.Duration(summary.Duration),
            ReportText.Duration(summary.TotalRunTime),
            ReportText.Number(summary.VcpuHours));
        writer.WriteLine();
        if (summary.Cost is { } cost)
        {
            writer.WriteLine($"{cost.Heading}: **{cost.Cost}**{(cost.Remark is { } remark ? $"; {MarkdownText.Of(remark)}" : "")}");
            writer.WriteLine();
        }
    }

    private static void Failures(StreamWriter writer, WorkloadSummary summary)
    {
        if (summary.Failures.Count == 0)
            return;
        writer.WriteLine("### Failures");
        writer.WriteLine();
        foreach (var failure in summary.Failures.Take(MostReasons))
        {
            var names = string.Join(", ", failure.JobNames.Take(MostNames).Select(MarkdownText.Of));
            var more = failure.Count - Math.Min(MostNames, failure.JobNames.Count);
            writer.WriteLine($"- {ReportText.Count(failure.Count)} × {MarkdownText.Of(failure.Reason)}: {names}{(more > 0 ? $" and {ReportText.Count(more)} more" : "")}");
        }

        if (summary.Failures.Count > MostReasons)
            writer.WriteLine($"- and {ReportText.Count(summary.Failures.Count - MostReasons)} more reasons");
        writer.WriteLine();
    }

    private static void Jobs(StreamWriter writer, WorkloadSummary summary, CancellationToken cancellationToken)
    {
        var jobs = summary.CountedJobs().OrderBy(Rank).ToArray();
        var isLong = jobs.Length > OpenJobs;
        writer.WriteLine(isLong ? $"<details><summary>Jobs ({ReportText.Count(jobs.Length)})</summary>" : "### Jobs");
        writer.WriteLine();
        writer.WriteLine($"| Job | Status | Waited | Ran | Exit code |{(summary.Costs is null ? "" : " Cost |")} Reason |");
        writer.WriteLine($"|---|---|---:|---:|---:|{(summary.Costs is null ? "" : "---:|")}---|");
        foreach (var job in jobs.Take(MostJobs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Row(
                writer,
                [
                    MarkdownText.Of(job.NameWithIndex()),
                    $"{job.Status}",
                    ReportText.Duration(job.Waited()),
                    ReportText.Duration(job.RunTime()),
                    job.ExitCode is { } code ? ReportText.Invariant($"{code}") : "–",
                    .. summary.Costs is { } costs ? [costs.GetValueOrDefault(job.JobId)?.Cost.ToString() ?? ""] : Array.Empty<string>(),
                    job.Status == JobStatus.FAILED ? MarkdownText.Of(job.FailureReason()) : "",
                ]);
        }

        writer.WriteLine();
        if (jobs.Length > MostJobs)
            writer.WriteLine($"{ReportText.Count(jobs.Length - MostJobs)} more jobs are left out here.");
        if (isLong)
            writer.WriteLine("</details>");
    }

    // What asks for attention comes first.
    private static int Rank(Job job) => job.Status == JobStatus.FAILED ? 0 : job.IsFinished ? 2 : 1;

    private static void Row(StreamWriter writer, params string[] cells) => writer.WriteLine($"| {string.Join(" | ", cells)} |");
}
