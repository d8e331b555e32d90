using System.Globalization;

namespace BatchTools;

/// <summary>The table of jobs: complete without a script; with it, sorted, filtered and in pages.</summary>
/// <param name="html">Where it goes.</param>
/// <param name="summary">The workload.</param>
internal sealed class HtmlJobTable(HtmlOutput html, WorkloadSummary summary)
{
    private const int MostParameterColumns = 8;

    private readonly JobParameters _parameters = JobParameters.Of(summary.Jobs);
    private readonly string _timeFormat = summary.Duration < TimeSpan.FromHours(20) ? "HH:mm:ss" : "yyyy-MM-dd HH:mm";
    private readonly bool _hasReasons = summary.Jobs.Any(job => Reason(job) is not null);

    private bool HasParameterColumns => _parameters.Varying.Count <= MostParameterColumns;

    /// <summary>Writes the table.</summary>
    public void Write(CancellationToken cancellationToken)
    {
        if (summary.Jobs.Count == 0)
            return;
        html.Markup("<section class=\"jobs\">\n<h2>Jobs</h2>\n");
        Tools();
        if (_parameters.Common.Count > 0)
            html.Line($"<p class=\"note common\">In all jobs: {string.Join(", ", _parameters.Common.Select(pair => $"{pair.Key} = {pair.Value}"))}</p>");
        html.Markup("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Jobs\">\n<table id=\"jobs\">\n<caption>Jobs with their state, parameters and times; the headings sort</caption>\n<thead><tr>");
        Heads();
        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (var job in summary.Jobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Row(job);
        }

        html.Markup("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void Tools()
    {
        html.Markup("<div class=\"tools\"><input id=\"find\" type=\"search\" placeholder=\"Filter by name, parameter, reason…\" aria-label=\"Filter the jobs\"/>");
        html.Markup("<select id=\"status\" aria-label=\"Filter by status\"><option value=\"\">All states</option>");
        foreach (var status in summary.Jobs.Select(job => job.Status).Distinct().Order())
            html.Write($"<option>{status}</option>");
        html.Markup("</select><button id=\"back\" type=\"button\">‹ Back</button><button id=\"on\" type=\"button\">Next ›</button><output id=\"count\" for=\"find status\"></output></div>\n");
    }

    private void Heads()
    {
        Head("Job");
        Head("Status");
        foreach (var name in HasParameterColumns ? _parameters.Varying : ["Parameters"])
            Head(name);
        Head("Queued", "number");
        Head("Run", "number");
        Head("Attempts", "number");
        Head("Exit code", "number");
        if (summary.Costs is not null)
            Head("Cost", "number");
        Head("Started");
        if (_hasReasons)
            Head("Reason");
    }

    private void Head(string name, string tone = "") => html.Write($"<th scope=\"col\" class=\"{tone}\"><button type=\"button\">{name}</button></th>");

    private void Row(Job job)
    {
        html.Write($"<tr data-status=\"{job.Status}\"><td class=\"name\">{job.JobName}<span class=\"id\">{job.JobId}</span></td>");
        html.Write($"<td class=\"state {HtmlStatusBar.Tone(job.Status)}\">{job.Status}</td>");
        if (!HasParameterColumns)
            html.Write($"<td>{string.Join(", ", _parameters.Varying.Where(job.Parameters.ContainsKey).Select(name => $"{name}={job.Parameters[name]}"))}</td>");
        foreach (var name in HasParameterColumns ? _parameters.Varying : [])
            html.Write($"<td>{job.Parameters.GetValueOrDefault(name)}</td>");
        Duration(job.Waited());
        Duration(job.RunTime());
        html.Write($"<td class=\"number\">{Attempts(job)}</td><td class=\"number\">{job.ExitCode}</td>");
        if (summary.Costs is { } costs)
            Cost(costs.GetValueOrDefault(job.JobId)?.Cost);
        if (job.FirstStart() is { } start)
            html.Write($"<td><time datetime=\"{ReportText.Iso(start)}\">{start.ToString(_timeFormat, CultureInfo.InvariantCulture)}</time></td>");
        else
            html.Markup("<td></td>");
        if (_hasReasons)
            html.Write($"<td class=\"why\">{Reason(job)}</td>");
        html.Markup("</tr>\n");
    }

    private static string Attempts(Job job) => job.Attempts.Count > 0 ? ReportText.Count(job.Attempts.Count) : job.ArraySize is { } size ? $"{ReportText.Count(size)} children" : "";

    private static string? Reason(Job job) => job.Status == JobStatus.FAILED ? job.FailureReason() : job.IsFinished ? null : job.StatusReason;

    private void Cost(CostRange? cost) =>
        html.Write($"<td class=\"number\" data-value=\"{ReportText.Invariant($"{ReportText.Dollars(cost?.High ?? cost?.Low)}")}\">{cost}</td>");

    private void Duration(TimeSpan? duration)
    {
        var seconds = duration is { } length ? ReportText.Invariant($"{length.TotalSeconds:0.###}") : "";
        html.Write($"<td class=\"number\" data-value=\"{seconds}\">{(duration is null ? "" : ReportText.Duration(duration))}</td>");
    }
}
