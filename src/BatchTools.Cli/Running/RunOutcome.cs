using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Running;

/// <summary>Tells how a run ended: its jobs, why the failed ones failed, and the totals.</summary>
internal sealed class RunOutcome(Terminal terminal, BatchConnection connection, IReporter reporter)
{
    private const int FailuresInDetail = 10;
    private const int LogLines = 10;

    /// <summary>The summary with the jobs that have not ended as they are now, not as they were submitted.</summary>
    public async Task<WorkloadSummary> LookAgainAsync(WorkloadSummary summary, CancellationToken cancellationToken)
    {
        var measure = new WorkloadMeasure(summary.Workload);
        foreach (var job in summary.Jobs)
            measure.Add(job);
        var unfinished = summary.Jobs.Where(job => !job.IsFinished).Select(JobReference.To);
        await foreach (var job in new Jobs(connection, reporter).GetAsync(unfinished.ToStreamAsync(cancellationToken), cancellationToken: cancellationToken))
            measure.Add(job);
        return measure.ToSummary();
    }

    /// <summary>Writes the table, the failures and the totals.</summary>
    public async Task WriteAsync(WorkloadSummary summary, CancellationToken cancellationToken)
    {
        if (summary.Jobs.Count > 0)
            terminal.Console.Write(JobTable.Of(summary.Jobs.OrderBy(job => job.JobName, NaturalOrder.Instance), framed: terminal.IsLive));
        var failed = summary.Jobs.Where(job => job.Status == JobStatus.FAILED).ToList();
        foreach (var job in failed.Take(FailuresInDetail))
            FailureText.Write(terminal, job, await LastLinesAsync(job, cancellationToken));
        if (failed.Count > FailuresInDetail)
            FailureText.WriteMore(terminal, failed.Count - FailuresInDetail);
        Totals.Write(terminal, summary);
    }

    private async Task<IReadOnlyList<JobLogEvent>> LastLinesAsync(Job job, CancellationToken cancellationToken)
    {
        // A job that never ran has no log to ask for, and an array's parent never has.
        if (job.LogStreamName is null)
            return [];
        var lines = new List<JobLogEvent>();
        var options = new LogOptions { Attempt = -1, Tail = LogLines };
        try
        {
            await foreach (var line in new JobLogs(connection, reporter).ReadAsync(new JobReference[] { job }.ToStreamAsync(cancellationToken), options, cancellationToken))
                lines.Add(line);
        }
        catch (BatchException exception)
        {
            // Why the job failed matters more than why its log cannot be read.
            reporter.Warning(exception.Message);
        }
        return lines;
    }
}
