using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>Why a job failed, with the last lines of its log.</summary>
internal static class FailureText
{
    public static void Write(Terminal terminal, Job job, IReadOnlyList<JobLogEvent> lastLines)
    {
        var output = terminal.Output;
        output.WriteLine();
        output.WriteLine(SingleLine.Of($"{job.NameWithIndex()} ({job.JobId}) failed: {job.FailureReason()}"));
        if (job.StatusReason is { } reason && !job.FailureReason().Contains(reason, StringComparison.Ordinal))
            output.WriteLine(SingleLine.Of($"  {reason}"));
        foreach (var line in lastLines)
            output.WriteLine(SingleLine.Of($"  | {line.Message}"));
    }

    public static void WriteMore(Terminal terminal, int count)
    {
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"... and {count} more failed; a report (--report) holds them all.");
    }
}
