using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a compute environment, and how an update changes it.</summary>
internal static class EnvironmentRules
{
    public const string Healthy = "ComputeEnvironment Healthy";

    /// <exception cref="ServiceError">ClientException: AWS would not make it.</exception>
    public static void Check(CreateComputeEnvironmentRequest request)
    {
        NameRules.Check(request.ComputeEnvironmentName, "Compute environment");
        TagRules.Check(request.Tags);
        RunnerTag.Check(request.Tags);
        EnvironmentLimits.Check(request.Tags);
        if (request.EksConfiguration is not null)
            throw ServiceError.Client("The local engine has no Kubernetes: leave eksConfiguration out.");
        if (request is { Type: CEType.MANAGED, ComputeResources: null })
            throw BatchErrors.Executing("computeResources must be provided for a MANAGED compute environment");
        if (request is { Type: CEType.UNMANAGED, ComputeResources: not null })
            throw BatchErrors.Executing("computeResources must not be provided for an UNMANAGED compute environment");
        if (request is { Type: CEType.MANAGED, UnmanagedvCpus: not null })
            throw BatchErrors.Executing("unmanagedvCpus can only be provided for an UNMANAGED compute environment");
        if (request.UnmanagedvCpus < 0)
            throw BatchErrors.Executing($"unmanagedvCpus must not be negative; it is {request.UnmanagedvCpus}");
        if (request.ComputeResources is { } resources)
            ComputeResourceRules.Check(resources);
    }

    /// <summary>The description of a new environment; here it is valid at once.</summary>
    public static ComputeEnvironmentDetail Describe(CreateComputeEnvironmentRequest request, AwsNames names)
    {
        var uuid = Guid.NewGuid().ToString();
        var resources = request.ComputeResources?.Clone();
        if (resources is { Type: CRType.EC2 or CRType.SPOT })
        {
            resources.MinvCpus ??= 0;
            resources.DesiredvCpus ??= resources.MinvCpus;
        }

        return new ComputeEnvironmentDetail
        {
            ComputeEnvironmentName = request.ComputeEnvironmentName,
            ComputeEnvironmentArn = names.Environment(request.ComputeEnvironmentName!),
            EcsClusterArn = names.Cluster($"{request.ComputeEnvironmentName}_Batch_{uuid}"),
            Uuid = uuid,
            Type = request.Type,
            State = request.State ?? CEState.ENABLED,
            Status = CEStatus.VALID,
            StatusReason = Healthy,
            ComputeResources = resources,
            UnmanagedvCpus = request.UnmanagedvCpus,
            ServiceRole = request.ServiceRole,
            EksConfiguration = request.EksConfiguration,
            ContainerOrchestrationType = request.EksConfiguration is null ? OrchestrationType.ECS : OrchestrationType.EKS,
            Context = request.Context,
            Tags = request.Tags ?? [],
        };
    }

    /// <summary>The description after an update.</summary>
    /// <exception cref="ServiceError">ClientException: AWS would not make the change.</exception>
    public static ComputeEnvironmentDetail Update(ComputeEnvironmentDetail detail, UpdateComputeEnvironmentRequest request)
    {
        var updated = detail.Clone();
        updated.State = request.State ?? detail.State;
        updated.ServiceRole = request.ServiceRole ?? detail.ServiceRole;
        updated.UnmanagedvCpus = request.UnmanagedvCpus ?? detail.UnmanagedvCpus;
        updated.UpdatePolicy = request.UpdatePolicy ?? detail.UpdatePolicy;
        updated.Context = request.Context ?? detail.Context;
        if (request.ComputeResources is { } change)
        {
            if (detail.ComputeResources is null)
                throw BatchErrors.Executing("computeResources cannot be updated in an UNMANAGED compute environment");
            updated.ComputeResources = Update(detail.ComputeResources, change);
        }

        return updated;
    }

    private static ComputeResource Update(ComputeResource resources, ComputeResourceUpdate change)
    {
        var updated = resources.Clone();
        updated.MinvCpus = change.MinvCpus ?? resources.MinvCpus;
        updated.MaxvCpus = change.MaxvCpus ?? resources.MaxvCpus;
        updated.DesiredvCpus = change.DesiredvCpus ?? resources.DesiredvCpus;
        updated.Type = change.Type ?? resources.Type;
        updated.AllocationStrategy = change.AllocationStrategy ?? resources.AllocationStrategy;
        updated.InstanceTypes = change.InstanceTypes ?? resources.InstanceTypes;
        updated.InstanceRole = change.InstanceRole ?? resources.InstanceRole;
        updated.Subnets = change.Subnets ?? resources.Subnets;
        updated.SecurityGroupIds = change.SecurityGroupIds ?? resources.SecurityGroupIds;
        updated.BidPercentage = change.BidPercentage ?? resources.BidPercentage;
        updated.Ec2KeyPair = change.Ec2KeyPair ?? resources.Ec2KeyPair;
        updated.Ec2Configuration = change.Ec2Configuration ?? resources.Ec2Configuration;
        updated.ImageId = change.ImageId ?? resources.ImageId;
        updated.LaunchTemplate = change.LaunchTemplate ?? resources.LaunchTemplate;
        updated.PlacementGroup = change.PlacementGroup ?? resources.PlacementGroup;
        updated.ScalingPolicy = change.ScalingPolicy ?? resources.ScalingPolicy;
        updated.Tags = change.Tags ?? resources.Tags;
        ComputeResourceRules.CheckSizes(updated.MinvCpus, change.DesiredvCpus, updated.MaxvCpus);
        ComputeResourceRules.CheckMembers(updated);
        return updated;
    }
}
