using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>Writes what would be done with a file, and what was done with its resources.</summary>
internal static class PlanOutput
{
    public static void Write(Terminal terminal, WorkloadOutlook plan)
    {
        if (terminal.Style.Json)
        {
            WriteJson(terminal, plan);
            return;
        }

        foreach (var line in plan.Lines().DefaultIfEmpty($"Nothing is left to do for the workload {plan.Workload}."))
            terminal.Say(line);
    }

    /// <summary>Writes one resource, with what was done with it.</summary>
    public static void WriteDone(Terminal terminal, ResourceChange change)
    {
        if (terminal.Style.Json)
        {
            JsonResults.Resource(terminal, change);
            return;
        }

        terminal.Say(change.Action switch
        {
            ResourceAction.Create => $"Created the {change.Kind} {change.Name}",
            ResourceAction.Change => $"Changed the {change.Kind} {change.Name}: {string.Join("; ", change.Differences)}",
            _ => $"Left the {change.Kind} {change.Name}, which is as the file says",
        });
    }

    private static void WriteJson(Terminal terminal, WorkloadOutlook plan)
    {
        foreach (var resource in plan.Resources)
            JsonResults.Resource(terminal, resource);
        foreach (var step in plan.Steps)
            JsonResults.Step(terminal, step);
        JsonLine.Write(terminal.Output, "plan", json =>
        {
            json.WriteString("workload", plan.Workload);
            json.WriteBoolean("done", plan.IsDone);
            json.WriteNumber("jobsLeft", plan.JobsLeft);
        });
    }
}
