using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Logs;

/// <summary>Where AWS Batch puts a job's log.</summary>
internal static class LogNames
{
    public const string DefaultGroup = "/aws/batch/job";

    /// <summary>The group: the container's <c>awslogs-group</c>, else Batch's own.</summary>
    public static string Group(ContainerPlan container) => Option(container, "awslogs-group") ?? DefaultGroup;

    /// <summary>The stream of a container of an attempt: its prefix, else the definition's name, then the container's name and the task's id.</summary>
    public static string Stream(JobSubmission submission, ContainerPlan container, Guid taskId)
    {
        var name = submission.Definition.Name;
        var prefix = Option(container, "awslogs-stream-prefix") ?? (name.Length <= 200 ? name : name[..200]);
        return $"{prefix}/{container.Name}/{taskId:N}";
    }

    private static string? Option(ContainerPlan container, string name) =>
        container.Properties.LogConfiguration?.Options?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
