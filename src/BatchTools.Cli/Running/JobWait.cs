using BatchTools.Cli.Rendering;

namespace BatchTools.Cli.Running;

/// <summary>Waits for jobs under the display, tells how they ended, and gives the exit code.</summary>
/// <param name="session">The command.</param>
/// <param name="workload">The name of the workload that the jobs are of, if they are of one.</param>
internal sealed class JobWait(CommandSession session, string? workload)
{
    public async Task<int> RunAsync(IAsyncEnumerable<JobReference> jobs, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var sum = new JobSum(connection, session.Display, workload);
        try
        {
            await session.Display.ShowAsync(async () =>
            {
                var asked = jobs.SelectAsync(job => Ask(job, sum), cancellationToken);
                await foreach (var job in new JobWaiter(connection, session.Display).WaitAsync(asked, new WaitOptions { Timeout = limit }, cancellationToken))
                {
                    await sum.AddAsync(job, cancellationToken);
                    if (session.Terminal.Style.Json)
                        JsonResults.Job(session.Terminal, job);
                }
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Terminal.WriteError("interrupted; the same command waits again for the jobs.");
            return ExitCode.Interrupted;
        }

        var summary = sum.ToSummary();
        var outcome = new RunOutcome(session.Terminal, connection, session.Display);
        if (summary.Unfinished > 0)
            summary = await outcome.LookAgainAsync(summary, cancellationToken);
        if (summary.JobCount > 0)
            await outcome.WriteAsync(summary, cancellationToken);
        return Outcome.Code(summary, session.Display.Errors);
    }

    // A job of a listing counts from the beginning, so that those that do not end in time are counted as unfinished.
    private static JobReference Ask(JobReference job, JobSum sum)
    {
        if (job.Job is { } known)
            sum.Add(known);
        return job;
    }
}
