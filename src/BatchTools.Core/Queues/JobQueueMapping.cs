using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of queues into ours, and our wishes into AWS's request.</summary>
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

    /// <summary>The request for a queue.</summary>
    public static CreateJobQueueRequest ToRequest(JobQueueSpec spec)
    {
        var request = RequestOverrides.Bind<CreateJobQueueRequest>(spec.Overrides, spec.JobQueueName);
        request.JobQueueName = spec.JobQueueName;
        request.Priority = spec.Priority;
        request.State = spec.State.ToString();
        request.SchedulingPolicyArn = spec.SchedulingPolicyArn ?? request.SchedulingPolicyArn;
        request.Tags = NameValues.Merge(request.Tags, spec.Tags);
        if (spec.ComputeEnvironments.Count > 0)
        {
            request.ComputeEnvironmentOrder =
                [.. spec.ComputeEnvironments.Select((name, index) => new ComputeEnvironmentOrder { ComputeEnvironment = name, Order = index + 1 })];
        }

        return request;
    }
}
