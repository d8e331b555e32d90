using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Logs;

/// <summary>Where AWS Batch puts a job's log.</summary>
internal static class LogNames
{
    public const string DefaultGroup = "/aws/batch/job";

    /// <summary>The group: the definition's <c>awslogs-group</c>, else Batch's own.</summary>
    public static string Group(JobSubmission submission) => Option(submission, "awslogs-group") ?? DefaultGroup;

    /// <summary>The stream of an attempt: the definition's prefix, else its name, then the task's id.</summary>
    public static string Stream(JobSubmission submission, Guid taskId)
    {
        var name = submission.Definition.Name;
        var prefix = Option(submission, "awslogs-stream-prefix") ?? (name.Length <= 200 ? name : name[..200]);
        return $"{prefix}/default/{taskId:N}";
    }

    private static string? Option(JobSubmission submission, string name) =>
        submission.Container.LogConfiguration?.Options?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
