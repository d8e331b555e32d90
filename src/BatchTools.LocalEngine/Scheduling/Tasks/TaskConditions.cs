namespace BatchTools.LocalEngine.Scheduling.Tasks;

/// <summary>When a container of a task may begin.</summary>
internal static class TaskConditions
{
    public const string Start = "START";
    public const string Complete = "COMPLETE";
    public const string Success = "SUCCESS";

    /// <summary>Whether all containers that it depends on have come so far.</summary>
    public static bool AreMet(TaskContainer container, IReadOnlyList<TaskContainer> all) =>
        container.Plan.DependsOn.All(dependency => all.Any(other => other.Plan.Name == dependency.ContainerName && IsMet(other, dependency.Condition)));

    private static bool IsMet(TaskContainer other, string? condition) => condition switch
    {
        Complete => other.End is not null,
        Success => other.End?.ExitCode == 0,
        _ => other.HasRun,
    };
}
