namespace BatchTools;

/// <summary>The jobs by state, as a bar and in numbers.</summary>
internal static class HtmlStatusBar
{
    /// <summary>The class that gives a state its colour.</summary>
    public static string Tone(JobStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Writes the bar.</summary>
    public static void Write(HtmlOutput html, WorkloadSummary summary)
    {
        if (summary.JobCount == 0)
            return;
        var counts = summary.StatusCounts.OrderBy(pair => pair.Key == JobStatus.SUCCEEDED ? 0 : pair.Key == JobStatus.FAILED ? 1 : 2).ThenByDescending(pair => pair.Key);
        html.Markup("<section>\n<h2>Status</h2>\n<div class=\"bar\" aria-hidden=\"true\">");
        foreach (var (status, count) in counts)
            html.Write($"<span class=\"{Tone(status)} fill\" style=\"flex: {count}\"></span>");
        html.Markup("</div>\n<ul class=\"legend\">\n");
        foreach (var (status, count) in counts)
            html.Line($"<li><span class=\"dot {Tone(status)} fill\" aria-hidden=\"true\"></span>{status} <b>{ReportText.Count(count)}</b> ({ReportText.Percent((double)count / summary.JobCount)})</li>");
        html.Markup("</ul>\n</section>\n");
    }
}
