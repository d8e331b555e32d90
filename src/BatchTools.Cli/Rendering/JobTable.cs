using Spectre.Console;

namespace BatchTools.Cli.Rendering;

/// <summary>The table of a run's jobs.</summary>
internal static class JobTable
{
    public static Table Of(IEnumerable<Job> jobs, bool framed)
    {
        var table = new Table
        {
            Border = framed ? TableBorder.Rounded : TableBorder.None,
            UseSafeBorder = true,
        };
        table.AddColumn(new TableColumn("Job").NoWrap());
        table.AddColumn(new TableColumn("Status").NoWrap());
        table.AddColumn(new TableColumn("Duration").NoWrap().RightAligned());
        table.AddColumn(new TableColumn("Exit code").NoWrap().RightAligned());
        foreach (var job in jobs)
        {
            table.AddRow(
                Markup.Escape(job.NameWithIndex()),
                $"[{Color(job.Status)}]{job.Status}[/]",
                ProgressText.Duration(job.Duration),
                job.ExitCode is { } code ? $"{code}" : "-");
        }
        return table;
    }

    private static string Color(JobStatus status) => status switch
    {
        JobStatus.SUCCEEDED => "green",
        JobStatus.FAILED => "red",
        _ => "yellow",
    };
}
