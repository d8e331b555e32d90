using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>A job's container: its definition under its overrides, and what the newest attempt adds.</summary>
internal static class ContainerDescriptions
{
    public static ContainerDetail Describe(JobSubmission submission, ContainerPlan plan, Attempt? attempt, AwsNames names, EngineIdentity identity)
    {
        var defined = plan.Properties;
        var overrides = plan.Overrides;
        var container = new ContainerDetail
        {
            Image = defined.Image,
            Command = [.. plan.Command],
            Environment = JobVariables.Merge(defined.Environment, overrides?.Environment),
            ResourceRequirements = ResourceNeeds.Merge(defined.ResourceRequirements, overrides?.ResourceRequirements),
            Vcpus = overrides?.Vcpus ?? defined.Vcpus,
            Memory = overrides?.Memory ?? defined.Memory,
            InstanceType = overrides?.InstanceType ?? defined.InstanceType,
            EnableExecuteCommand = defined.EnableExecuteCommand,
            EphemeralStorage = defined.EphemeralStorage,
            ExecutionRoleArn = defined.ExecutionRoleArn,
            FargatePlatformConfiguration = defined.FargatePlatformConfiguration,
            JobRoleArn = defined.JobRoleArn,
            LinuxParameters = defined.LinuxParameters,
            LogConfiguration = defined.LogConfiguration,
            MountPoints = defined.MountPoints ?? [],
            NetworkConfiguration = defined.NetworkConfiguration,
            NetworkInterfaces = [],
            Privileged = defined.Privileged,
            ReadonlyRootFilesystem = defined.ReadonlyRootFilesystem,
            RepositoryCredentials = defined.RepositoryCredentials,
            RuntimePlatform = defined.RuntimePlatform,
            Secrets = defined.Secrets ?? [],
            Ulimits = defined.Ulimits ?? [],
            User = defined.User,
            Volumes = defined.Volumes ?? [],
        };
        if (attempt is null)
            return container;

        container.ContainerInstanceArn = names.ContainerInstance(attempt.ClusterName, identity.HostId);
        container.TaskArn = names.Task(attempt.ClusterName, attempt.TaskId);
        container.ExitCode = attempt.ExitCode;
        container.Reason = attempt.Reason;
        container.LogStreamName = attempt.StartedAt == 0 ? null : LogNames.Stream(submission, plan, attempt.TaskId);
        return container;
    }
}
