using System.Globalization;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of jobs into ours.</summary>
internal static class JobMapping
{
    /// <summary>A full description.</summary>
    public static Job ToJob(JobDetail detail, BatchConnection connection)
    {
        var status = OpenEnum.Read<JobStatus>(detail.Status?.Value);
        var started = ServiceTime.ToLocal(detail.StartedAt);
        var stopped = ServiceTime.ToLocal(detail.StoppedAt);
        var attempts = detail.Attempts is { Count: > 0 } list ? list.Select(ToAttempt).ToArray() : [];
        var last = attempts.Length > 0 ? attempts[^1] : null;
        var tags = NameValues.ToDictionary(detail.Tags);
        var container = detail.Container;
        var logs = ContainerLogs.Of(detail);
        var command = container?.Command ?? [];
        var original = detail.ArrayProperties?.Index is { } index ? RestartScript.OriginalIndex(command, index) : (int?)null;
        var folded = original is { } child ? FoldedPoint.Of(RestartScript.Unwrap(command), child) : null;
        return new Job
        {
            JobId = detail.JobId ?? "",
            JobArn = detail.JobArn ?? "",
            JobName = detail.JobName ?? "",
            Status = status,
            StatusReason = detail.StatusReason,
            JobQueue = ArnName.Of(detail.JobQueue),
            JobDefinition = ArnName.Of(detail.JobDefinition),
            CreatedAt = ServiceTime.ToLocal(detail.CreatedAt),
            StartedAt = started,
            StoppedAt = stopped,
            Duration = Running(status, started, stopped, connection.TimeProvider),
            // The container part is empty for multi-node jobs; the last attempt tells it for all.
            ExitCode = container?.ExitCode ?? last?.ExitCode,
            Reason = container?.Reason ?? last?.Reason,
            FailureClass = status == JobStatus.FAILED
                ? JobFailure.Of(detail.StatusReason, container?.Reason ?? last?.Reason, container?.ExitCode ?? last?.ExitCode, detail.IsTerminated == true || detail.IsCancelled == true)
                : null,
            Attempts = attempts,
            ArrayIndex = detail.ArrayProperties?.Index,
            OriginalArrayIndex = original,
            ArraySize = detail.ArrayProperties?.Size is > 0 and var size ? size : null,
            NodeCount = detail.NodeProperties?.NumNodes,
            NodeIndex = detail.NodeDetails?.NodeIndex,
            StatusSummary = ToSummary(detail.ArrayProperties?.StatusSummary),
            ShareIdentifier = detail.ShareIdentifier,
            Point = folded is null ? PointOf(tags) : folded.Index,
            Parameters = folded is null ? NameValues.ToDictionary(detail.Parameters) : NameValues.Merge(detail.Parameters, folded.Parameters)!,
            Environment = NameValues.ToDictionary(container?.Environment),
            Command = command,
            Tags = tags,
            DependsOn = detail.DependsOn?.Select(one => one.JobId).OfType<string>().ToArray() ?? [],
            Vcpu = ResourceRequirements.Vcpu(container?.ResourceRequirements, container?.Vcpus),
            Memory = ResourceRequirements.Memory(container?.ResourceRequirements, container?.Memory),
            Gpu = ResourceRequirements.Gpu(container?.ResourceRequirements),
            Workload = tags.GetValueOrDefault(WorkloadTags.Workload),
            LogGroup = logs.Count > 0 ? logs[^1].Target.Group : JobLogTarget.Of(container?.LogConfiguration).Group,
            LogStreamName = logs.LastOrDefault(static log => log.StreamName is not null)?.StreamName,
            ContainerLogs = logs,
            Connection = connection,
            Source = detail,
            IsDetailed = true,
        };
    }

    /// <summary>An entry of a listing: states and times, no container.</summary>
    public static Job ToJob(JobSummary summary, string queue, BatchConnection connection)
    {
        var status = OpenEnum.Read<JobStatus>(summary.Status?.Value);
        var started = ServiceTime.ToLocal(summary.StartedAt);
        var stopped = ServiceTime.ToLocal(summary.StoppedAt);
        return new Job
        {
            JobId = summary.JobId ?? "",
            JobArn = summary.JobArn ?? "",
            JobName = summary.JobName ?? "",
            Status = status,
            StatusReason = summary.StatusReason,
            JobQueue = ArnName.Of(queue),
            JobDefinition = ArnName.Of(summary.JobDefinition),
            CreatedAt = ServiceTime.ToLocal(summary.CreatedAt),
            StartedAt = started,
            StoppedAt = stopped,
            Duration = Running(status, started, stopped, connection.TimeProvider),
            ExitCode = summary.Container?.ExitCode,
            Reason = summary.Container?.Reason,
            FailureClass = status == JobStatus.FAILED
                ? JobFailure.Of(summary.StatusReason, summary.Container?.Reason, summary.Container?.ExitCode, isStopped: false)
                : null,
            ArrayIndex = summary.ArrayProperties?.Index,
            ArraySize = summary.ArrayProperties?.Size is > 0 and var size ? size : null,
            NodeCount = summary.NodeProperties is { NodeIndex: null, NumNodes: { } nodes } ? nodes : null,
            NodeIndex = summary.NodeProperties?.NodeIndex,
            StatusSummary = ToSummary(summary.ArrayProperties?.StatusSummary),
            ShareIdentifier = summary.ShareIdentifier,
            Connection = connection,
            Source = summary,
        };
    }

    private static long? PointOf(IReadOnlyDictionary<string, string> tags) =>
        long.TryParse(tags.GetValueOrDefault(WorkloadTags.Point), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static JobAttempt ToAttempt(AttemptDetail attempt, int index) => new()
    {
        Number = index + 1,
        StartedAt = ServiceTime.ToLocal(attempt.StartedAt),
        StoppedAt = ServiceTime.ToLocal(attempt.StoppedAt),
        ExitCode = attempt.Container?.ExitCode,
        Reason = attempt.Container?.Reason,
        StatusReason = attempt.StatusReason,
        FailureClass = attempt.Container?.ExitCode == 0
            ? null
            : JobFailure.Of(attempt.StatusReason, attempt.Container?.Reason, attempt.Container?.ExitCode, isStopped: false),
        LogStreamName = attempt.Container?.LogStreamName,
        TaskArn = attempt.Container?.TaskArn,
        ContainerInstanceArn = attempt.Container?.ContainerInstanceArn,
    };

    private static TimeSpan? Running(JobStatus status, DateTime? started, DateTime? stopped, TimeProvider clock) =>
        status == JobStatus.RUNNING ? clock.GetLocalNow().DateTime - started : stopped - started;

    private static Dictionary<JobStatus, int> ToSummary(Dictionary<string, int>? counts)
    {
        var summary = new Dictionary<JobStatus, int>();
        foreach (var (status, count) in counts ?? [])
            summary[OpenEnum.Read<JobStatus>(status)] = count;
        return summary;
    }
}
