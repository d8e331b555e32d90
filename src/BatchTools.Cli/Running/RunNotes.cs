using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Running;

/// <summary>What a run says at its beginning and when it is interrupted.</summary>
internal static class RunNotes
{
    public static void Beginning(Terminal terminal, string workload, long jobs, BatchConnection connection)
    {
        terminal.Output.WriteLine($"{workload}: {Count(jobs)} on {Place(connection)}");
        terminal.Output.Flush();
    }

    public static void ReportWritten(Terminal terminal, FileInfo report) => terminal.Output.WriteLine($"Report: {report.FullName}");

    /// <summary>Says how the jobs stand and how to take them up again.</summary>
    public static void Interrupted(Terminal terminal, string workload, RunSettings settings, WorkloadRun run, BatchConnection connection)
    {
        var summary = run.ToSummary();
        if (summary.JobCount == 0)
        {
            terminal.WriteError("interrupted before a job was submitted.");
            return;
        }
        terminal.WriteError($"interrupted: {summary.Succeeded + summary.Failed} of the {Count(summary.JobCount)} submitted so far had finished.");
        if (run.IsBrokenOff)
            terminal.WriteError($"Not all jobs were submitted. 'batchtools run {settings.File} {(settings.Workload is { } name ? $"--workload {name}" : "--resume")}' submits what is missing.");
        if (summary.Unfinished == 0)
            return;
        if (Connector.IsInProcess(connection))
        {
            terminal.WriteError("Jobs that were running are ended with this process and run again only if they have attempts left.");
            terminal.WriteError($"The others wait in {connection.DataDirectory}; 'batchtools serve --data {connection.DataDirectory}' goes on with them.");
        }
        else
        {
            terminal.WriteError($"The others go on. In PowerShell, once connected: Get-BatchJob -Workload '{workload}' | Wait-BatchJob");
        }
    }

    private static string Count(long jobs) => jobs == 1 ? "1 job" : $"{jobs} jobs";

    private static string Place(BatchConnection connection) => connection.Kind switch
    {
        BatchConnectionKind.Local when Connector.IsInProcess(connection) => $"the local engine ({connection.DataDirectory})",
        BatchConnectionKind.Local => $"the local engine at {connection.Endpoint} ({connection.DataDirectory})",
        _ => $"AWS Batch in {connection.Region}{(connection.ProfileName is { } profile ? $" ({profile})" : "")}",
    };
}
