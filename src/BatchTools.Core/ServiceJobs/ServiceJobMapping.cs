using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of service jobs into ours.</summary>
internal static class ServiceJobMapping
{
    /// <summary>A job that was asked for by id.</summary>
    public static ServiceJob ToServiceJob(DescribeServiceJobResponse job, BatchConnection connection) => new()
    {
        JobId = job.JobId ?? "",
        JobArn = job.JobArn ?? "",
        JobName = job.JobName ?? "",
        JobQueue = ArnName.Of(job.JobQueue),
        Type = job.ServiceJobType?.Value ?? "",
        Status = OpenEnum.Read<ServiceJobStatus>(job.Status?.Value),
        StatusReason = job.StatusReason,
        CreatedAt = ServiceTime.ToLocal(job.CreatedAt),
        ScheduledAt = ServiceTime.ToLocal(job.ScheduledAt),
        StartedAt = ServiceTime.ToLocal(job.StartedAt),
        StoppedAt = ServiceTime.ToLocal(job.StoppedAt),
        SchedulingPriority = job.SchedulingPriority,
        ShareIdentifier = job.ShareIdentifier,
        QuotaShareName = job.QuotaShareName,
        Timeout = job.TimeoutConfig?.AttemptDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        ServiceRequestPayload = job.ServiceRequestPayload,
        ServiceResourceId = job.LatestAttempt?.ServiceResourceId?.Value,
        Tags = NameValues.ToDictionary(job.Tags),
        Connection = connection,
        Raw = ShapeWriter.ToPlainData(job),
    };

    /// <summary>A job that was listed.</summary>
    public static ServiceJob ToServiceJob(ServiceJobSummary job, string? queue, BatchConnection connection) => new()
    {
        JobId = job.JobId ?? "",
        JobArn = job.JobArn ?? "",
        JobName = job.JobName ?? "",
        JobQueue = ArnName.Of(queue),
        Type = job.ServiceJobType?.Value ?? "",
        Status = OpenEnum.Read<ServiceJobStatus>(job.Status?.Value),
        StatusReason = job.StatusReason,
        CreatedAt = ServiceTime.ToLocal(job.CreatedAt),
        ScheduledAt = ServiceTime.ToLocal(job.ScheduledAt),
        StartedAt = ServiceTime.ToLocal(job.StartedAt),
        StoppedAt = ServiceTime.ToLocal(job.StoppedAt),
        ShareIdentifier = job.ShareIdentifier,
        QuotaShareName = job.QuotaShareName,
        ServiceResourceId = job.LatestAttempt?.ServiceResourceId?.Value,
        Connection = connection,
        Raw = ShapeWriter.ToPlainData(job),
    };
}
