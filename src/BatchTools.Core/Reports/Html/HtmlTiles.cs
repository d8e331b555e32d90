namespace BatchTools;

/// <summary>The totals.</summary>
internal static class HtmlTiles
{
    /// <summary>Writes the tiles.</summary>
    public static void Write(HtmlOutput html, WorkloadSummary summary)
    {
        html.Markup("<section class=\"tiles\" aria-label=\"Totals\">\n");
        Tile(html, "Jobs", ReportText.Count(summary.JobCount), Attempts(summary));
        Tile(html, "Succeeded", ReportText.Count(summary.Succeeded), summary.SuccessRate is { } rate ? $"success rate {ReportText.Percent(rate)}" : null, summary.Succeeded > 0 ? "good" : "");
        Tile(html, "Failed", ReportText.Count(summary.Failed), summary.Unfinished > 0 ? $"{ReportText.Count(summary.Unfinished)} unfinished" : null, summary.Failed > 0 ? "bad" : "");
        Tile(html, "Wall time", ReportText.Duration(summary.Duration), "first submission to last end");
        Tile(html, "Run time in sum", ReportText.Duration(summary.TotalRunTime), Parallelism(summary));
        Tile(html, "vCPU-hours", ReportText.Number(summary.VcpuHours), "run time times vCPUs");
        Tile(html, "Run time of a job", ReportText.Duration(summary.RunTime?.Median), Spread(summary.RunTime));
        Tile(html, "Time in the queue", ReportText.Duration(summary.QueueTime?.Median), Spread(summary.QueueTime));
        if (summary.Cost is { } cost)
            Tile(html, cost.Heading, cost.Cost.ToString(), cost.Remark);
        html.Markup("</section>\n");
    }

    private static string? Attempts(WorkloadSummary summary)
    {
        var repeated = summary.Jobs.Count(job => job.Attempts.Count > 1);
        return repeated == 0 ? null : $"{ReportText.Count(repeated)} needed more than one attempt";
    }

    private static string? Parallelism(WorkloadSummary summary) =>
        summary.Duration is { Ticks: > 0 } wall && summary.TotalRunTime > wall
            ? $"{ReportText.Number(summary.TotalRunTime / wall)} times the wall time"
            : null;

    private static string? Spread(DurationStatistics? statistics) => statistics is null
        ? null
        : $"median; mean {ReportText.Duration(statistics.Mean)}, longest {ReportText.Duration(statistics.Max)}";

    private static void Tile(HtmlOutput html, string name, string value, string? more, string tone = "")
    {
        html.Write($"<dl class=\"tile {tone}\"><dt>{name}</dt><dd>{value}</dd>");
        if (more is not null)
            html.Write($"<dd class=\"more\">{more}</dd>");
        html.Markup("</dl>\n");
    }
}
