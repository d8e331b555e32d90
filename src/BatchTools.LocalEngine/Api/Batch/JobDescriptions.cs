using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Jobs as DescribeJobs and ListJobs show them: with AWS's empty lists, and without what AWS leaves out.</summary>
internal static class JobDescriptions
{
    public static JobDetail Describe(Job job, AwsNames names, EngineIdentity identity)
    {
        var submission = job.Submission;
        var attempts = (job as ExecutableJob)?.Attempts ?? [];
        return new JobDetail
        {
            JobId = job.Id,
            JobArn = names.Job(job.Id),
            JobName = submission.Name,
            JobQueue = submission.Queue.Arn,
            JobDefinition = submission.Definition.Arn,
            Status = job.State.Text(),
            StatusReason = job.StatusReason,
            CreatedAt = submission.CreatedAt,
            StartedAt = Time(job.StartedAt),
            StoppedAt = Time(job.StoppedAt),
            DependsOn = submission.Request.DependsOn ?? [],
            Parameters = new Dictionary<string, string>(submission.Parameters),
            RetryStrategy = submission.RetryStrategy,
            Timeout = submission.Request.Timeout ?? submission.Definition.Detail.Timeout,
            Tags = job is ArrayChild ? [] : submission.Request.Tags ?? [],
            PropagateTags = submission.Request.PropagateTags ?? submission.Definition.Detail.PropagateTags ?? false,
            PlatformCapabilities = submission.Definition.Detail.PlatformCapabilities,
            SchedulingPriority = submission.Definition.Detail.SchedulingPriority,
            Attempts = [.. attempts.Where(static attempt => attempt.IsOver).Select(attempt => Describe(attempt, submission, names, identity))],
            EksAttempts = [],
            Container = ContainerDescriptions.Describe(submission, attempts.LastOrDefault(), names, identity),
            ArrayProperties = ArrayDetail(job),
            IsCancelled = job.IsCancelled ? true : null,
            IsTerminated = job.IsTerminated ? true : null,
        };
    }

    public static JobSummary Summarise(Job job, AwsNames names)
    {
        var last = (job as ExecutableJob)?.Attempts.LastOrDefault();
        return new JobSummary
        {
            JobId = job.Id,
            JobArn = names.Job(job.Id),
            JobName = job.Submission.Name,
            JobDefinition = job.Submission.Definition.Arn,
            Status = job.State.Text(),
            StatusReason = job.StatusReason,
            CreatedAt = job.Submission.CreatedAt,
            StartedAt = Time(job.StartedAt),
            StoppedAt = Time(job.StoppedAt),
            Container = last is { IsOver: true } ? new ContainerSummary { ExitCode = last.ExitCode, Reason = last.Reason } : null,
            ArrayProperties = ArrayDetail(job) is not { } array ? null : new ArrayPropertiesSummary
            {
                Size = array.Size,
                Index = array.Index,
                StatusSummary = array.StatusSummary is { Count: > 0 } summary ? summary : null,
                StatusSummaryLastUpdatedAt = array.StatusSummaryLastUpdatedAt,
            },
        };
    }

    private static AttemptDetail Describe(Attempt attempt, JobSubmission submission, AwsNames names, EngineIdentity identity) => new()
    {
        StartedAt = Time(attempt.StartedAt),
        StoppedAt = Time(attempt.StoppedAt),
        StatusReason = attempt.StatusReason,
        Container = new AttemptContainerDetail
        {
            ContainerInstanceArn = names.ContainerInstance(attempt.ClusterName, identity.HostId),
            TaskArn = names.Task(attempt.ClusterName, attempt.TaskId),
            ExitCode = attempt.ExitCode,
            Reason = attempt.Reason,
            LogStreamName = attempt.StartedAt == 0 ? null : LogNames.Stream(submission, attempt.TaskId),
            NetworkInterfaces = [],
        },
    };

    private static ArrayPropertiesDetail? ArrayDetail(Job job) => job switch
    {
        ArrayJob array => new ArrayPropertiesDetail
        {
            Size = array.Children.Length,
            StatusSummary = array.Counts.ToSummary(),
            StatusSummaryLastUpdatedAt = array.SummaryUpdatedAt,
        },
        ArrayChild child => new ArrayPropertiesDetail { Index = child.Index, StatusSummary = [] },
        _ => null,
    };

    private static long? Time(long milliseconds) => milliseconds == 0 ? null : milliseconds;
}
