using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Finds roles that are missing.</summary>
internal static class RoleAdvice
{
    /// <summary>Roles without which AWS Batch refuses the resource or can not start the job.</summary>
    public static IEnumerable<BatchException> Find(WorkloadScene scene)
    {
        foreach (var (name, request, source) in scene.File.ComputeEnvironments)
        {
            var where = WorkloadAdvice.At(source, "computeResources");
            if (request.ComputeResources is { Type.Value: "EC2" or "SPOT", InstanceRole: null } && request.EksConfiguration is null)
                yield return WorkloadAdvice.Say(nameof(Messages.InstanceRoleMissing), where, name);
            if (request.ComputeResources is { Type.Value: "SPOT", SpotIamFleetRole: null, AllocationStrategy: null or { Value: "BEST_FIT" } })
                yield return WorkloadAdvice.Say(nameof(Messages.FleetRoleMissing), where, name);
        }

        foreach (var (name, request, source) in scene.File.JobDefinitions)
        {
            if (request.ContainerProperties is not { ExecutionRoleArn: null } container)
                continue;
            var reason = request.PlatformCapabilities?.Contains("FARGATE") == true ? "it runs on Fargate"
                : container.Secrets?.Count > 0 ? "it gets secrets"
                : container.LogConfiguration?.SecretOptions?.Count > 0 ? "its logging gets secrets" : null;
            if (reason is not null)
                yield return WorkloadAdvice.Say(nameof(Messages.ExecutionRoleMissing), WorkloadAdvice.At(source, "containerProperties"), name, reason);
        }
    }

    /// <summary>Roles that a job seems to need: it names things of AWS.</summary>
    public static IEnumerable<BatchException> FindLikely(WorkloadScene scene)
    {
        foreach (var (name, request, source) in scene.File.JobDefinitions)
        {
            if (request.ContainerProperties is { JobRoleArn: null } container && Sign(container, scene.Uses.Where(use => use.Step.Job.JobDefinition == name)) is { } sign)
                yield return WorkloadAdvice.Say(nameof(Messages.JobRoleMissing), WorkloadAdvice.At(source, "containerProperties"), name, sign);
        }
    }

    private static string? Sign(ContainerProperties container, IEnumerable<SceneUse> uses)
    {
        var texts = (container.Command ?? []).Concat((container.Environment ?? []).Select(one => one.Value))
            .Concat(uses.SelectMany(use => (use.Request.ContainerOverrides?.Command ?? []).Concat((use.Request.ContainerOverrides?.Environment ?? []).Select(one => one.Value))));
        return texts.OfType<string>().FirstOrDefault(text => text == "aws" || text.StartsWith("aws ", StringComparison.Ordinal) || text.Contains("s3://", StringComparison.Ordinal));
    }
}
