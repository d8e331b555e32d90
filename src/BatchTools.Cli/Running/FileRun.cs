using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Running;

/// <summary>One run of a workload file, from reading it to the exit code.</summary>
internal sealed class FileRun(RunSettings settings, Terminal terminal, TimeProvider timeProvider)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // A report that cannot be written is told before the jobs have run, not after.
        foreach (var report in settings.Reports)
            Reports.FormatOf(report);
        var file = WorkloadFile.Load(settings.File);
        await using var connection = await Connector.ConnectAsync(settings, cancellationToken);
        var name = settings.Workload ?? file.Name;
        RunNotes.Beginning(terminal, name, file.JobCount, connection);

        var display = RunDisplay.For(terminal, settings.Verbose, timeProvider);
        var run = new WorkloadRun(connection, display);
        BatchException? stopped = null;
        try
        {
            await display.ShowAsync(async () =>
            {
                var options = new WorkloadRunOptions { Workload = settings.Workload, Timeout = settings.Timeout };
                await foreach (var job in run.RunAsync(file, options, cancellationToken))
                    display.Finished(job);
            });
        }
        catch (BatchException exception) when (exception.Kind is ErrorKind.Timeout)
        {
            // The jobs that have finished are worth their table all the same.
            stopped = exception;
            terminal.WriteError(exception);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            RunNotes.Interrupted(terminal, name, run.ToSummary(), connection);
            throw;
        }

        var summary = run.ToSummary();
        await new RunOutcome(terminal, connection, display).WriteAsync(summary, cancellationToken);
        foreach (var report in settings.Reports)
            RunNotes.ReportWritten(terminal, await Reports.ExportAsync(summary, report, cancellationToken: cancellationToken));
        return Code(summary, [.. display.Errors, .. stopped is null ? [] : new[] { stopped }]);
    }

    /// <summary>A time limit says most, then an error, then failed jobs.</summary>
    private static int Code(WorkloadSummary summary, IReadOnlyList<BatchException> errors) => errors switch
    {
        _ when errors.Any(error => error.Kind is ErrorKind.Timeout) => ExitCode.TimedOut,
        [_, ..] => errors.Max(error => ExitCode.Of(error.Kind)),
        _ when summary.Failed > 0 => ExitCode.JobsFailed,
        _ => ExitCode.Success,
    };
}
