using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Running;

/// <summary>One run of a workload file, from reading it to the exit code.</summary>
internal sealed class FileRun(RunSettings settings, Terminal terminal, TimeProvider timeProvider)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (Load() is not { } file)
            return ExitCode.BadInput;
        await using var connection = await Connector.ConnectAsync(settings, cancellationToken);
        var name = settings.Workload ?? file.Name;
        RunNotes.Beginning(terminal, name, file.JobCount, connection);

        var display = RunDisplay.For(terminal, settings.Verbose, timeProvider);
        var run = new WorkloadRun(connection, display);
        var broken = await RunAsync(run, file, display, cancellationToken);
        if (cancellationToken.IsCancellationRequested)
        {
            RunNotes.Interrupted(terminal, name, settings, run, connection);
            return ExitCode.Interrupted;
        }

        var summary = run.ToSummary();
        if (summary.JobCount == 0 && broken is not null)
            return ExitCode.Of(broken);
        var outcome = new RunOutcome(terminal, connection, display);
        if (broken is null && summary.Unfinished > 0)
            summary = await outcome.LookAgainAsync(summary, cancellationToken);
        await outcome.WriteAsync(summary, cancellationToken);
        foreach (var report in settings.Reports)
            RunNotes.ReportWritten(terminal, await Reports.ExportAsync(summary, report, cancellationToken: cancellationToken));
        return Code(summary, broken is null ? display.Errors : [.. display.Errors, broken]);
    }

    /// <summary>Reads the file; null where something is wrong with it, which is told.</summary>
    private WorkloadFile? Load()
    {
        try
        {
            // A report that cannot be written is told before the jobs have run, not after.
            foreach (var report in settings.Reports)
                Reports.FormatOf(report);
            return WorkloadFile.Load(settings.File);
        }
        catch (BatchException exception)
        {
            terminal.WriteError(exception);
            return null;
        }
    }

    /// <summary>Runs the file under the display and gives what broke it off, if anything did: the jobs so far are worth their table.</summary>
    private async Task<BatchException?> RunAsync(WorkloadRun run, WorkloadFile file, RunDisplay display, CancellationToken cancellationToken)
    {
        try
        {
            await display.ShowAsync(async () =>
            {
                var options = new WorkloadRunOptions { Workload = settings.Workload, Force = settings.Force, Resume = settings.Resume, Timeout = settings.Timeout };
                await foreach (var job in run.RunAsync(file, options, cancellationToken))
                    display.Finished(job);
            });
            return null;
        }
        catch (BatchException exception)
        {
            terminal.WriteError(exception);
            return exception;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>A time limit says most, then an error, then failed jobs.</summary>
    private static int Code(WorkloadSummary summary, IReadOnlyList<BatchException> errors)
    {
        var codes = errors.Select(ExitCode.Of).ToList();
        if (codes.Contains(ExitCode.TimedOut))
            return ExitCode.TimedOut;
        return codes.Append(summary.Failed > 0 ? ExitCode.JobsFailed : ExitCode.Success).Max();
    }
}
