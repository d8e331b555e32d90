namespace BatchTools;

/// <summary>When the jobs waited and ran: how many at a time, and each as a bar.</summary>
/// <param name="html">Where it goes.</param>
/// <param name="bars">The jobs, by their start.</param>
internal sealed class HtmlTimeline(HtmlOutput html, IReadOnlyList<TimelineBar> bars)
{
    private const int MostRows = 780; // a pixel each, so that the whole is seen at once
    private const int MostNamed = 80;
    private const int LongestName = 40;
    private const int AxisHeight = 24;

    private readonly TimeAxis _axis = TimeAxis.Over(bars.Min(bar => bar.Queued), bars.Max(bar => bar.Stopped));

    /// <summary>Writes the timeline of a workload, if any of its jobs has started.</summary>
    public static void Write(HtmlOutput html, WorkloadSummary summary, CancellationToken cancellationToken)
    {
        var bars = summary.Jobs
            .Where(job => job.ArraySize is null)
            .Select(job => TimelineBar.Of(job, summary.CreatedAt))
            .OfType<TimelineBar>()
            .OrderBy(bar => bar.Started)
            .ThenBy(bar => bar.Queued)
            .ToArray();
        if (bars.Length > 0)
            new HtmlTimeline(html, bars).Write(cancellationToken);
    }

    private void Write(CancellationToken cancellationToken)
    {
        var rows = bars.Count <= MostRows ? bars : [.. Enumerable.Range(0, MostRows).Select(row => bars[(int)((long)row * bars.Count / MostRows)])];
        var named = rows.Count <= MostNamed;
        var height = named ? 20 : Math.Clamp(MostRows / rows.Count, 1, 12);
        var names = named ? Math.Min(LongestName, rows.Max(bar => bar.Job.JobName.Length)) : 0;
        html.Line($"<section style=\"--names: {(named ? names + 2 : 0)}ch\">");
        html.Markup("<h2>Timeline</h2>\n");
        HtmlConcurrency.Write(html, bars, _axis);
        html.Markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline of the jobs\">\n");
        html.Write($"<div class=\"lanes axis\" aria-hidden=\"true\"><div></div><svg height=\"{AxisHeight}\">");
        Labels(AxisHeight - 7);
        html.Markup("</svg></div>\n<div class=\"lanes\">\n");
        Names(named ? rows : [], height);
        html.Line($"<svg height=\"{rows.Count * height}\" role=\"img\" aria-label=\"{Description}\">");
        Lines(html, _axis, rows.Count * height);
        for (var row = 0; row < rows.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bar(rows[row], row * height, height);
        }

        html.Markup("</svg>\n</div></div>\n<p class=\"note\">A row is a job, in the order of their starts: the thin line is its wait, the bars are its attempts in the colour of how they ended.");
        if (rows.Count < bars.Count)
            html.Write($" {ReportText.Count(rows.Count)} of {ReportText.Count(bars.Count)} jobs are drawn, picked evenly; the table has all.");
        html.Markup("</p>\n</section>\n");
    }

    /// <summary>Writes the upright lines at the marks of an axis.</summary>
    public static void Lines(HtmlOutput html, TimeAxis axis, int height)
    {
        foreach (var (at, _) in axis.Ticks())
            html.Write($"<line class=\"grid\" x1=\"{at:0.##}%\" x2=\"{at:0.##}%\" y1=\"0\" y2=\"{height}\"/>");
    }

    private string Description => $"{ReportText.Count(bars.Count)} jobs over {ReportText.Duration(_axis.Length)}; the table below has their times";

    private void Labels(int baseline)
    {
        foreach (var (at, label) in _axis.Ticks())
            html.Write($"<text class=\"tick\" x=\"{at:0.##}%\" y=\"{baseline}\" text-anchor=\"{(at < 1 ? "start" : at > 96 ? "end" : "middle")}\">{label}</text>");
    }

    private void Names(IReadOnlyList<TimelineBar> rows, int height)
    {
        html.Markup("<div class=\"names\" aria-hidden=\"true\">");
        foreach (var bar in rows)
            html.Write($"<div title=\"{bar.Job.JobName}\" style=\"height: {height}px; line-height: {height}px\">{bar.Job.JobName}</div>");
        html.Markup("</div>\n");
    }

    private void Bar(TimelineBar bar, int top, int height)
    {
        var gap = height >= 10 ? 3 : height >= 4 ? 1 : 0;
        var thin = Math.Max(1, (height - (2 * gap)) / 5);
        html.Write($"<g><title>{bar.Title}</title>");
        Mark("queued", bar.Queued, bar.Started, top + ((height - thin) / 2), thin);
        foreach (var (status, start, stop) in bar.Attempts)
            Mark(HtmlStatusBar.Tone(status), start, stop, top + gap, height - (2 * gap));
        html.Markup("</g>\n");
    }

    private void Mark(string tone, DateTime start, DateTime stop, int top, int height)
    {
        var left = _axis.Percent(start);
        var width = Math.Max(0.12, _axis.Percent(stop) - left);
        html.Write($"<rect class=\"mark {tone}\" x=\"{left:0.###}%\" width=\"{width:0.###}%\" y=\"{top}\" height=\"{height}\" rx=\"{(height >= 8 ? 2 : 0)}\"/>");
    }
}
