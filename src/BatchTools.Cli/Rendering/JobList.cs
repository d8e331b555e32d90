using System.Globalization;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>Writes jobs one a line, each at once: as JSON, as ids alone, or in columns for people.</summary>
internal sealed class JobList(Terminal terminal)
{
    private bool _hasHead;

    public void Add(Job job)
    {
        if (terminal.Style.Json)
            JsonResults.Job(terminal, job);
        else if (terminal.Style.Quiet)
            terminal.Output.WriteLine(job.JobId);
        else
            AddLine(job);
    }

    private void AddLine(Job job)
    {
        if (!_hasHead)
            Line("Job id", "Status", "Created", "Duration", "Job");
        _hasHead = true;
        var created = job.CreatedAt?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";
        var reason = job.StatusReason is { } text ? $"  ({text})" : "";
        Line(job.JobId, $"{job.Status}", created, ProgressText.Duration(job.Duration), job.JobName + reason);
    }

    private void Line(string id, string status, string created, string duration, string name) =>
        terminal.Say($"{id,-36}  {status,-9}  {created,-19}  {duration,10}  {name}");
}
