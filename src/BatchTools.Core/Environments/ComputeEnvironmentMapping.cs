using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of compute environments into ours.</summary>
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
}
