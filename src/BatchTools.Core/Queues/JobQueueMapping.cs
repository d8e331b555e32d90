using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of queues into ours.</summary>
internal static class JobQueueMapping
{
    /// <summary>A description.</summary>
    public static JobQueue ToJobQueue(JobQueueDetail detail, BatchConnection connection) => new()
    {
        JobQueueName = detail.JobQueueName ?? "",
        JobQueueArn = detail.JobQueueArn ?? "",
        State = OpenEnum.Read<ResourceState>(detail.State?.Value),
        Status = OpenEnum.Read<ResourceStatus>(detail.Status?.Value),
        StatusReason = detail.StatusReason,
        Priority = detail.Priority ?? 0,
        ComputeEnvironments = [.. (detail.ComputeEnvironmentOrder ?? []).OrderBy(one => one.Order).Select(one => ArnName.Of(one.ComputeEnvironment))],
        SchedulingPolicyArn = detail.SchedulingPolicyArn,
        Tags = NameValues.ToDictionary(detail.Tags),
        Connection = connection,
        Raw = ShapeWriter.ToPlainData(detail),
    };
}
