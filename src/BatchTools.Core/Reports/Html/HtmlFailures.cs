namespace BatchTools;

/// <summary>The failures by reason, the most frequent first.</summary>
internal static class HtmlFailures
{
    private const int MostReasons = 50;

    /// <summary>Writes the failures, if there are any.</summary>
    public static void Write(HtmlOutput html, WorkloadSummary summary)
    {
        if (summary.Failures.Count == 0)
            return;
        html.Markup("<section>\n<h2>Failures</h2>\n<ul class=\"failures\">\n");
        foreach (var failure in summary.Failures.Take(MostReasons))
        {
            html.Write($"<li><span class=\"count\">{ReportText.Count(failure.Count)}×</span><div><p class=\"reason\">{failure.Reason}</p>");
            var more = failure.Count - failure.JobNames.Count;
            html.Line($"<p class=\"names\">{string.Join(", ", failure.JobNames)}{(more > 0 ? $" and {ReportText.Count(more)} more" : "")}</p></div></li>");
        }

        html.Markup("</ul>\n");
        if (summary.Failures.Count > MostReasons)
            html.Line($"<p class=\"note\">{ReportText.Count(summary.Failures.Count - MostReasons)} more reasons are in the table of jobs.</p>");
        html.Markup("</section>\n");
    }
}
