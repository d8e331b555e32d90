using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>A job's ECS task: its definition under its overrides, and what the newest attempt adds.</summary>
internal static class TaskDescriptions
{
    public static EcsPropertiesDetail Describe(Job job, JobPlan plan, Attempt? attempt, AwsNames names, EngineIdentity identity)
    {
        var defined = job.Submission.Definition.Detail.EcsProperties?.TaskProperties?[0];
        return new EcsPropertiesDetail
        {
            TaskProperties =
            [
                new EcsTaskDetails
                {
                    Containers = [.. plan.Containers.Select(container => Describe(job.Submission, container, attempt))],
                    ContainerInstanceArn = attempt is null ? null : names.ContainerInstance(attempt.ClusterName, identity.HostId),
                    TaskArn = attempt is null ? null : names.Task(attempt.ClusterName, attempt.TaskId),
                    EnableExecuteCommand = defined?.EnableExecuteCommand,
                    EphemeralStorage = defined?.EphemeralStorage,
                    ExecutionRoleArn = defined?.ExecutionRoleArn,
                    IpcMode = defined?.IpcMode,
                    NetworkConfiguration = defined?.NetworkConfiguration,
                    PidMode = defined?.PidMode,
                    PlatformVersion = defined?.PlatformVersion,
                    RuntimePlatform = defined?.RuntimePlatform,
                    TaskRoleArn = defined?.TaskRoleArn,
                    Volumes = defined?.Volumes ?? [],
                },
            ],
        };
    }

    private static TaskContainerDetails Describe(JobSubmission submission, ContainerPlan container, Attempt? attempt)
    {
        var defined = container.Properties;
        var over = attempt is { IsOver: true } ? AttemptDescriptions.Describe(attempt, submission, container) : null;
        return new TaskContainerDetails
        {
            Name = container.Name,
            Image = defined.Image,
            Command = [.. container.Command],
            DependsOn = [.. container.DependsOn],
            Environment = JobVariables.Merge(defined.Environment, container.Overrides?.Environment),
            Essential = container.IsEssential,
            ExitCode = over?.ExitCode,
            Reason = over?.Reason,
            LogStreamName = attempt is { IsOver: false, StartedAt: > 0 } ? LogNames.Stream(submission, container, attempt.TaskId) : over?.LogStreamName,
            LinuxParameters = defined.LinuxParameters,
            LogConfiguration = defined.LogConfiguration,
            MountPoints = defined.MountPoints ?? [],
            NetworkInterfaces = [],
            Privileged = defined.Privileged,
            ReadonlyRootFilesystem = defined.ReadonlyRootFilesystem,
            RepositoryCredentials = defined.RepositoryCredentials,
            ResourceRequirements = ResourceNeeds.Merge(defined.ResourceRequirements, container.Overrides?.ResourceRequirements),
            Secrets = defined.Secrets ?? [],
            Ulimits = defined.Ulimits ?? [],
            User = defined.User,
        };
    }
}
