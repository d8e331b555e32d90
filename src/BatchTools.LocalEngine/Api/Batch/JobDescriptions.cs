using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Jobs as DescribeJobs and ListJobs show them: with AWS's empty lists, and without what AWS leaves out.</summary>
internal static class JobDescriptions
{
    public static JobDetail Describe(Job job, AwsNames names, EngineIdentity identity)
    {
        var submission = job.Submission;
        // A multi-node job's attempts are its main node's.
        var runs = job is MultiNodeJob group ? group.Main : job as ExecutableJob;
        var plan = runs?.Plan ?? submission.Plan;
        var attempts = runs?.Attempts ?? [];
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
            Tags = job.IsPart ? [] : submission.Request.Tags ?? [],
            PropagateTags = submission.Request.PropagateTags ?? submission.Definition.Detail.PropagateTags ?? false,
            PlatformCapabilities = submission.Definition.Detail.PlatformCapabilities,
            ShareIdentifier = submission.ShareIdentifier,
            SchedulingPriority = submission.Request.SchedulingPriorityOverride ?? submission.Definition.Detail.SchedulingPriority,
            ConsumableResourceProperties = submission.Request.ConsumableResourcePropertiesOverride ?? submission.Definition.Detail.ConsumableResourceProperties,
            Attempts = [.. attempts.Where(static attempt => attempt.IsOver).Select(attempt => AttemptDescriptions.Describe(attempt, submission, plan, names, identity))],
            EksAttempts = [],
            Container = plan.IsTask || job is MultiNodeJob ? null : ContainerDescriptions.Describe(submission, plan.Containers[0], attempts.LastOrDefault(), names, identity),
            EcsProperties = plan.IsTask && job is not MultiNodeJob ? TaskDescriptions.Describe(job, plan, attempts.LastOrDefault(), names, identity) : null,
            NodeProperties = job is MultiNodeJob nodes ? NodeDescriptions.Describe(nodes) : null,
            NodeDetails = job is NodeJob node ? new NodeDetails { IsMainNode = node.IsMain, NodeIndex = node.Index } : null,
            ArrayProperties = ArrayDetail(job),
            IsCancelled = job.IsCancelled ? true : null,
            IsTerminated = job.IsTerminated ? true : null,
        };
    }

    public static JobSummary Summarise(Job job, AwsNames names)
    {
        var last = (job is MultiNodeJob group ? group.Main : job as ExecutableJob)?.Attempts.LastOrDefault();
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
            ShareIdentifier = job.Submission.ShareIdentifier,
            NodeProperties = NodeDescriptions.Summarise(job),
            ArrayProperties = ArrayDetail(job) is not { } array ? null : new ArrayPropertiesSummary
            {
                Size = array.Size,
                Index = array.Index,
                StatusSummary = array.StatusSummary is { Count: > 0 } summary ? summary : null,
                StatusSummaryLastUpdatedAt = array.StatusSummaryLastUpdatedAt,
            },
        };
    }

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
