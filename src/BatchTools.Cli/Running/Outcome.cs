namespace BatchTools.Cli.Running;

/// <summary>How a command that waited for jobs ended, as an exit code.</summary>
internal static class Outcome
{
    /// <summary>A time limit says most, then an error, then failed jobs.</summary>
    public static int Code(WorkloadSummary summary, IReadOnlyList<BatchException> errors) =>
        Code([.. errors.Select(ExitCode.Of), summary.Failed > 0 ? ExitCode.JobsFailed : ExitCode.Success]);

    /// <summary>The code for errors alone.</summary>
    public static int Code(IReadOnlyList<BatchException> errors) => Code([.. errors.Select(ExitCode.Of), ExitCode.Success]);

    private static int Code(IReadOnlyCollection<int> codes) => codes.Contains(ExitCode.TimedOut) ? ExitCode.TimedOut : codes.Max();
}
