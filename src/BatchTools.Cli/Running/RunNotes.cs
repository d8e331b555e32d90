namespace BatchTools.Cli.Running;

/// <summary>What a run says at its beginning and when it ends before its jobs.</summary>
/// <param name="session">The run.</param>
/// <param name="settings">What was asked for.</param>
/// <param name="workload">The name of the workload.</param>
/// <param name="connection">Where it runs.</param>
internal sealed class RunNotes(CommandSession session, RunSettings settings, string workload, BatchConnection connection)
{
    public void Beginning(long jobs) => session.Terminal.Say($"{workload}: {Count(jobs)} on {Place(connection)}");

    /// <summary>Whether jobs are to wait for others to finish before they are submitted, and none will run. Says what to do.</summary>
    public bool WouldNeverEnd(WorkloadFile file)
    {
        if (!Connector.IsInProcess(connection) || Waiting(file) is not { } waiting)
            return false;
        session.Terminal.WriteError(
            $"{waiting}, and no engine runs them while this command submits. "
            + $"Add --monitor, or let 'batchtools serve{session.Place.Options}' run beside it.");
        return true;
    }

    private string? Waiting(WorkloadFile file)
    {
        var most = settings.ThrottleLimit ?? file.MaxConcurrent;
        if (most < file.JobCount)
            return $"{file.Path}: only {most} jobs of the workload may be unfinished at a time";
        if (file.Steps.FirstOrDefault(step => step.MaxConcurrent < step.JobCount) is { } limited)
            return $"{limited.Where}: only {limited.MaxConcurrent} jobs of '{limited.Name}' may be unfinished at a time";
        return file.Steps.FirstOrDefault(step => step.IsHeld) is { } held ? $"{held.Where}: '{held.Name}' is submitted when the jobs that it waits for have ended" : null;
    }

    /// <summary>Says which jobs were submitted, and how to wait for them.</summary>
    public void Submitted(IReadOnlyList<Job> jobs)
    {
        foreach (var job in jobs)
            session.Terminal.Say($"{job.JobId}  {job.JobName}");
        if (Connector.IsInProcess(connection))
            session.Display.Warning($"The jobs are in {connection.DataDirectory}, and nothing runs them yet: 'batchtools wait --workload {workload}{session.Place.Options}' does until they have ended, 'batchtools serve{session.Place.Options}' for as long as you like.");
        else
            session.Terminal.Say($"Submitted {Count(jobs.Count)}. Wait for {(jobs.Count == 1 ? "it" : "them")} with: batchtools wait --workload {workload}{session.Place.Options}");
    }

    /// <summary>Says how to go on with jobs that were waited for in vain.</summary>
    public void Unfinished() => session.Display.Note(
        (Connector.IsInProcess(connection) ? $"The jobs that have not ended stay in {connection.DataDirectory}, where nothing runs them now" : "The jobs that have not ended go on")
        + $". Take them up again with: batchtools wait --workload {workload}{session.Place.Options}");

    /// <summary>Says how the jobs stand and how to take them up again.</summary>
    public void Interrupted(WorkloadRun run)
    {
        var terminal = session.Terminal;
        var summary = run.ToSummary();
        if (summary.JobCount == 0)
        {
            terminal.WriteError("interrupted before a job was submitted.");
            return;
        }
        terminal.WriteError($"interrupted: {summary.Succeeded + summary.Failed} of the {Count(summary.JobCount)} submitted so far had finished.");
        if (run.IsBrokenOff)
            terminal.WriteError($"Not all jobs were submitted. 'batchtools run {settings.File} {(settings.Workload is { } name ? $"--workload {name}" : "--resume")}{Parameters}{session.Place.Options}' submits what is missing.");
        if (summary.Unfinished == 0)
            return;
        if (Connector.IsInProcess(connection))
        {
            terminal.WriteError("Jobs that were running are ended with this process and run again only if they have attempts left.");
            terminal.WriteError($"The others wait in {connection.DataDirectory}; 'batchtools serve --data {connection.DataDirectory}' goes on with them.");
        }
        else
        {
            terminal.WriteError($"The others go on. Take them up again with: batchtools wait --workload {workload}{session.Place.Options}");
        }
    }

    private string Parameters => string.Concat(settings.Parameters.Select(one => $" --param {one.Key}={one.Value}"));

    private static string Count(long jobs) => jobs == 1 ? "1 job" : $"{jobs} jobs";

    private static string Place(BatchConnection connection) => connection.Kind switch
    {
        BatchConnectionKind.Local when Connector.IsInProcess(connection) => $"the local engine ({connection.DataDirectory})",
        BatchConnectionKind.Local => $"the local engine at {connection.Endpoint} ({connection.DataDirectory})",
        _ => $"AWS Batch in {connection.Region}{(connection.ProfileName is { } profile ? $" ({profile})" : "")}",
    };
}
