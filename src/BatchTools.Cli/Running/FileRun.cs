using BatchTools.Cli.Rendering;

namespace BatchTools.Cli.Running;

/// <summary>One run of a workload file, from reading it to the exit code.</summary>
internal sealed class FileRun(RunSettings settings, CommandSession session)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // A report that cannot be written is told before the jobs have run, not after.
        foreach (var report in settings.Reports)
            Reports.FormatOf(report);
        var file = WorkloadFile.Load(settings.File, settings.Parameters);
        using var ids = IdFile.Open(settings.IdFile);
        var connection = await session.ConnectAsync(cancellationToken);
        var name = settings.Workload ?? file.Name;
        var notes = new RunNotes(session, settings, name, connection);
        if (!settings.Monitors && notes.WouldNeverEnd(file))
            return ExitCode.BadInput;
        notes.Beginning(file.JobCount);

        var run = new WorkloadRun(connection, session.Display);
        var broken = await RunAsync(run, file, ids, cancellationToken);
        if (cancellationToken.IsCancellationRequested)
        {
            notes.Interrupted(run);
            return ExitCode.Interrupted;
        }

        var summary = run.ToSummary();
        if (summary.JobCount == 0 && broken is not null)
            return ExitCode.Of(broken);
        IReadOnlyList<BatchException> errors = broken is null ? session.Display.Errors : [.. session.Display.Errors, broken];
        if (!settings.Monitors)
        {
            notes.Submitted(summary.Jobs);
            TellLeftOut(run);
            return Outcome.Code(errors);
        }

        var outcome = new RunOutcome(session.Terminal, connection, session.Display);
        if (broken is null && summary.Unfinished > 0)
            summary = await outcome.LookAgainAsync(summary, cancellationToken);
        if (settings.Cost)
            summary = await new SummaryCosts(session.Display).AddToAsync(summary, cancellationToken);
        await outcome.WriteAsync(summary, cancellationToken);
        TellLeftOut(run);
        if (summary.Unfinished > 0)
            notes.Unfinished();
        foreach (var report in settings.Reports)
            session.Terminal.Say($"Report: {(await Reports.ExportAsync(summary, report, cancellationToken: cancellationToken)).FullName}");
        return Outcome.Code(summary, errors);
    }

    private void TellLeftOut(WorkloadRun run)
    {
        if (run.LeftOut is { } leftOut)
            session.Display.Note(leftOut);
    }

    /// <summary>Runs the file under the display and gives what broke it off, if anything did: the jobs so far are worth their table.</summary>
    private async Task<BatchException?> RunAsync(WorkloadRun run, WorkloadFile file, IdFile? ids, CancellationToken cancellationToken)
    {
        var options = new WorkloadRunOptions
        {
            Workload = settings.Workload,
            Force = settings.Force,
            Resume = settings.Resume,
            ThrottleLimit = settings.ThrottleLimit,
            Timeout = settings.Timeout,
            SubmitOnly = !settings.Monitors,
            Submitted = ids is null ? null : ids.Add,
        };
        try
        {
            await session.Display.ShowAsync(async () =>
            {
                await foreach (var job in run.RunAsync(file, options, cancellationToken))
                {
                    if (session.Terminal.Style.Json)
                        JsonResults.Job(session.Terminal, job);
                }
            });
            return null;
        }
        catch (BatchException exception)
        {
            session.Terminal.WriteError(exception);
            return exception;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
