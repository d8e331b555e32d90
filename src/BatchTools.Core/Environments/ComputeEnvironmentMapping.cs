using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of compute environments into ours, and our wishes into AWS's request.</summary>
internal static class ComputeEnvironmentMapping
{
    /// <summary>A description.</summary>
    public static ComputeEnvironment ToComputeEnvironment(ComputeEnvironmentDetail detail, BatchConnection connection)
    {
        var resources = detail.ComputeResources;
        return new ComputeEnvironment
        {
            ComputeEnvironmentName = detail.ComputeEnvironmentName ?? "",
            ComputeEnvironmentArn = detail.ComputeEnvironmentArn ?? "",
            Type = OpenEnum.Read<ComputeEnvironmentType>(detail.Type?.Value),
            State = OpenEnum.Read<ResourceState>(detail.State?.Value),
            Status = OpenEnum.Read<ResourceStatus>(detail.Status?.Value),
            StatusReason = detail.StatusReason,
            ResourceType = OpenEnum.Read<ComputeResourceType>(resources?.Type?.Value),
            MinVcpus = resources?.MinvCpus,
            MaxVcpus = resources?.MaxvCpus ?? detail.UnmanagedvCpus,
            DesiredVcpus = resources?.DesiredvCpus,
            InstanceTypes = resources?.InstanceTypes ?? [],
            AllocationStrategy = resources?.AllocationStrategy?.Value,
            Subnets = resources?.Subnets ?? [],
            ServiceRole = detail.ServiceRole,
            EcsClusterArn = detail.EcsClusterArn,
            Tags = NameValues.ToDictionary(detail.Tags),
            Connection = connection,
            Raw = ShapeWriter.ToPlainData(detail),
        };
    }

    /// <summary>The request for a compute environment.</summary>
    public static CreateComputeEnvironmentRequest ToRequest(ComputeEnvironmentSpec spec)
    {
        var request = RequestOverrides.Bind<CreateComputeEnvironmentRequest>(spec.Overrides, spec.ComputeEnvironmentName);
        request.ComputeEnvironmentName = spec.ComputeEnvironmentName;
        request.Type = spec.Type.ToString();
        request.State = spec.State.ToString();
        request.ServiceRole = spec.ServiceRole ?? request.ServiceRole;
        request.Tags = NameValues.Merge(request.Tags, spec.Tags);
        if (spec.Type == ComputeEnvironmentType.UNMANAGED)
            request.UnmanagedvCpus = spec.MaxVcpus ?? request.UnmanagedvCpus;
        else
            Fill(request.ComputeResources ??= new ComputeResource(), spec);
        return request;
    }

    private static void Fill(ComputeResource resources, ComputeEnvironmentSpec spec)
    {
        resources.Type = spec.ResourceType?.ToString() ?? resources.Type;
        resources.MinvCpus = spec.MinVcpus ?? resources.MinvCpus;
        resources.MaxvCpus = spec.MaxVcpus ?? resources.MaxvCpus;
        resources.DesiredvCpus = spec.DesiredVcpus ?? resources.DesiredvCpus;
        resources.InstanceTypes = spec.InstanceTypes?.ToList() ?? resources.InstanceTypes;
        resources.AllocationStrategy = spec.AllocationStrategy ?? resources.AllocationStrategy;
        // Required by the shape, also where the endpoint, such as a local engine, has no use for it.
        resources.Subnets = spec.Subnets?.ToList() ?? resources.Subnets ?? [];
        resources.SecurityGroupIds = spec.SecurityGroupIds?.ToList() ?? resources.SecurityGroupIds;
        resources.InstanceRole = spec.InstanceRole ?? resources.InstanceRole;
    }
}
