using System.Globalization;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>The totals of a run.</summary>
internal static class Totals
{
    public static void Write(Terminal terminal, WorkloadSummary summary)
    {
        if (summary.JobCount == 0)
        {
            terminal.Output.WriteLine("There was no job to run.");
            return;
        }
        var states = new[] { (summary.Succeeded, "succeeded"), (summary.Failed, "failed"), (summary.Unfinished, "unfinished") };
        var counts = string.Join(", ", states.Where(state => state.Item1 > 0 || state.Item2 == "failed").Select(state => $"{state.Item1} {state.Item2}"));
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"{summary.JobCount} {(summary.JobCount == 1 ? "job" : "jobs")}: {counts}");
        if (summary.Duration is { } duration)
        {
            terminal.Output.WriteLine(
                $"Took {ProgressText.Duration(duration)}; the jobs ran for {ProgressText.Duration(summary.TotalRunTime)} in all"
                + (summary.VcpuHours is >= 0.001 and var hours ? string.Create(CultureInfo.InvariantCulture, $" ({hours:0.###} vCPU hours)") : "")
                + $", {ProgressText.Duration(summary.MeanDuration)} each, {ProgressText.Duration(summary.MaxDuration)} at most");
        }
        if (summary.Cost is { } cost)
            terminal.Output.WriteLine($"{cost.Heading}: {cost.Cost}{(cost.Remark is { } remark ? $"; {remark}" : "")}");
        terminal.Output.Flush();
    }
}
