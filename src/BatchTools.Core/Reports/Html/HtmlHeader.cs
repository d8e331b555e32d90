namespace BatchTools;

/// <summary>The head of the page: what this is, how it went, where and when.</summary>
internal static class HtmlHeader
{
    /// <summary>How it went, in a few words.</summary>
    public static string Verdict(WorkloadSummary summary)
    {
        var jobs = ReportText.Count(summary.JobCount);
        var noun = summary.JobCount == 1 ? "job" : "jobs";
        return summary switch
        {
            { JobCount: 0 } => "No jobs",
            { Failed: 0, Unfinished: 0, JobCount: 1 } => "The job succeeded",
            { Failed: 0, Unfinished: 0 } => $"All {jobs} jobs succeeded",
            { Unfinished: 0 } when summary.Failed == summary.JobCount => $"All {jobs} {noun} failed",
            { Unfinished: 0 } => $"{ReportText.Count(summary.Failed)} of {jobs} {noun} failed",
            { Failed: 0 } => $"{ReportText.Count(summary.Unfinished)} of {jobs} {noun} unfinished",
            _ => $"{ReportText.Count(summary.Failed)} of {jobs} {noun} failed, {ReportText.Count(summary.Unfinished)} unfinished",
        };
    }

    /// <summary>Writes the head.</summary>
    public static void Write(HtmlOutput html, WorkloadSummary summary)
    {
        var tone = summary.Failed > 0 ? "bad" : summary.Unfinished > 0 || summary.JobCount == 0 ? "open" : "good";
        html.Markup("<header>\n<p class=\"kind\">AWS Batch workload report</p>\n");
        html.Line($"<h1>{summary.Workload ?? "Workload"}</h1>");
        html.Line($"<p class=\"verdict {tone}\">{Verdict(summary)}</p>");
        html.Markup("<dl class=\"facts\">\n");
        if (summary.Connection is { } connection)
        {
            Fact(html, "Ran on", connection.Kind == BatchConnectionKind.Local ? "the local engine" : $"AWS Batch in {connection.Region}");
            if (connection.Kind != BatchConnectionKind.Local)
                Fact(html, "Connection", connection.Name);
        }

        Fact(html, "Started", summary.StartedAt);
        Fact(html, summary.Unfinished > 0 ? "Last job ended" : "Ended", summary.StoppedAt);
        Places(html, "Queue", summary.Jobs.Select(job => job.JobQueue));
        Places(html, "Definition", summary.Jobs.Select(job => job.JobDefinition));
        html.Markup("</dl>\n</header>\n");
    }

    private static void Places(HtmlOutput html, string what, IEnumerable<string> names)
    {
        var distinct = names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(5).ToArray();
        if (distinct.Length > 0)
            Fact(html, what, distinct.Length < 5 ? string.Join(", ", distinct) : string.Join(", ", distinct.Take(4)) + ", …");
    }

    private static void Fact(HtmlOutput html, string name, DateTime? time)
    {
        if (time is { } moment)
            html.Line($"<div><dt>{name}</dt><dd><time datetime=\"{ReportText.Iso(moment)}\">{ReportText.Time(moment)}</time></dd></div>");
    }

    private static void Fact(HtmlOutput html, string name, string value) => html.Line($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
