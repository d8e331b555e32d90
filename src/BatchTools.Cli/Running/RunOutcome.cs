using System.Runtime.CompilerServices;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Running;

/// <summary>Tells how a run ended: its jobs, why the failed ones failed, and the totals.</summary>
internal sealed class RunOutcome(Terminal terminal, BatchConnection connection, IReporter reporter)
{
    private const int FailuresInDetail = 10;
    private const int LogLines = 10;

    /// <summary>Whether jobs that have ended are given as JSON too. Default: they were given when they ended.</summary>
    public bool GivesEveryJob { get; init; }

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
        if (terminal.Style.Json)
            WriteJson(summary);
        if (!terminal.Style.IsForPeople)
            return;
        if (summary.Jobs.Count > 0)
            terminal.Console.Write(JobTable.Of(summary.Jobs.OrderBy(job => job.NameWithIndex(), NaturalOrder.Instance), framed: terminal.IsLive));
        var shown = 0;
        await foreach (var job in FailedAsync(summary, cancellationToken))
        {
            FailureText.Write(terminal, job, await LastLinesAsync(job, cancellationToken));
            if (++shown == FailuresInDetail)
                break;
        }
        if (summary.Failed > shown)
            FailureText.WriteMore(terminal, summary.Failed - shown);
        Totals.Write(terminal, summary);
    }

    private void WriteJson(WorkloadSummary summary)
    {
        foreach (var job in summary.Jobs.Where(job => GivesEveryJob || !job.IsFinished))
            JsonResults.Job(terminal, job);
        JsonResults.Summary(terminal, summary);
    }

    /// <summary>The jobs that failed; of an array those of its children that did.</summary>
    private async IAsyncEnumerable<Job> FailedAsync(WorkloadSummary summary, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var failedChildren = new JobFilter { Child = true, Statuses = [JobStatus.FAILED] };
        foreach (var job in summary.CountedJobs().Where(job => job.Status == JobStatus.FAILED))
        {
            if (job.ArraySize is null)
            {
                yield return job;
                continue;
            }
            var array = new JobReference[] { job }.ToStreamAsync(cancellationToken);
            await foreach (var child in new Jobs(connection, reporter).GetAsync(array, failedChildren, cancellationToken))
                yield return child;
        }
    }

    private async Task<IReadOnlyList<JobLogEvent>> LastLinesAsync(Job job, CancellationToken cancellationToken)
    {
        // A job that never ran has no log to ask for.
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
