using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Attempts that are over, as DescribeJobs shows them: with a container, or with a task and its containers.</summary>
internal static class AttemptDescriptions
{
    public static AttemptDetail Describe(Attempt attempt, JobSubmission submission, JobPlan plan, AwsNames names, EngineIdentity identity) => new()
    {
        StartedAt = attempt.StartedAt == 0 ? null : attempt.StartedAt,
        StoppedAt = attempt.StoppedAt == 0 ? null : attempt.StoppedAt,
        StatusReason = attempt.StatusReason,
        Container = plan.IsTask ? null : new AttemptContainerDetail
        {
            ContainerInstanceArn = names.ContainerInstance(attempt.ClusterName, identity.HostId),
            TaskArn = names.Task(attempt.ClusterName, attempt.TaskId),
            ExitCode = attempt.ExitCode,
            Reason = attempt.Reason,
            LogStreamName = attempt.StartedAt == 0 ? null : LogNames.Stream(submission, plan.Containers[0], attempt.TaskId),
            NetworkInterfaces = [],
        },
        TaskProperties = !plan.IsTask ? null :
        [
            new AttemptEcsTaskDetails
            {
                ContainerInstanceArn = names.ContainerInstance(attempt.ClusterName, identity.HostId),
                TaskArn = names.Task(attempt.ClusterName, attempt.TaskId),
                Containers = [.. plan.Containers.Select(container => Describe(attempt, submission, container))],
            },
        ],
    };

    /// <summary>How a container of an attempt ended.</summary>
    public static AttemptTaskContainerDetails Describe(Attempt attempt, JobSubmission submission, ContainerPlan container)
    {
        var run = attempt.Containers is { } runs
            ? Array.Find(runs, run => run.Name == container.Name)
            : new ContainerRun(container.Name, attempt.StartedAt != 0, attempt.ExitCode, attempt.Reason);
        return new AttemptTaskContainerDetails
        {
            Name = container.Name,
            ExitCode = run?.ExitCode,
            Reason = run?.Reason,
            LogStreamName = run is { HasRun: true } ? LogNames.Stream(submission, container, attempt.TaskId) : null,
            NetworkInterfaces = [],
        };
    }
}
