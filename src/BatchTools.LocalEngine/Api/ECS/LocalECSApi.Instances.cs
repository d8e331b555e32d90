using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.ECS;

internal sealed partial class LocalECSApi
{
    private const int CpuUnits = 1024;

    public override System.Threading.Tasks.Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(DescribeContainerInstancesRequest request, CancellationToken cancellationToken)
    {
        CheckCount(request.ContainerInstances!, "containerInstances");
        var environment = Find(request.Cluster);
        var arn = HostOf(environment.ClusterName);
        var isHost = request.ContainerInstances!.ToLookup(asked => asked == arn || asked == state.Identity.HostId);
        lock (state.Gate)
        {
            return System.Threading.Tasks.Task.FromResult(new DescribeContainerInstancesResponse
            {
                ContainerInstances = isHost[true].Any() ? [DescribeHost(environment, arn)] : [],
                Failures = [.. isHost[false].Select(Missing)],
            });
        }
    }

    private ContainerInstance DescribeHost(ComputeEnvironment environment, string arn)
    {
        var active = Executables().Where(static job => job.Active is not null)
            .Where(job => job.Attempts[^1].ClusterName == environment.ClusterName)
            .ToLookup(static job => job.Attempts[^1].StartedAt > 0);
        return new ContainerInstance
        {
            ContainerInstanceArn = arn,
            Ec2InstanceId = state.Identity.InstanceId,
            Status = ContainerInstanceStatus.ACTIVE,
            AgentConnected = true,
            RunningTasksCount = active[true].Count(),
            PendingTasksCount = active[false].Count(),
            RegisteredResources = Resources(environment.Limit.Vcpus, (long)environment.Limit.Memory),
            RemainingResources = Resources(environment.Limit.Vcpus - environment.Used.Vcpus, (long)(environment.Limit.Memory - environment.Used.Memory)),
            Attributes = [new() { Name = "ecs.os-type", Value = OperatingSystem.IsWindows() ? "windows" : "linux" }],
            Attachments = [],
            Tags = [],
        };
    }

    private static List<Resource> Resources(decimal vcpus, long memoryMiB) =>
    [
        new() { Name = "CPU", Type = "INTEGER", IntegerValue = (int)Math.Clamp(vcpus * CpuUnits, 0, int.MaxValue) },
        new() { Name = "MEMORY", Type = "INTEGER", IntegerValue = (int)Math.Clamp(memoryMiB, 0, int.MaxValue) },
    ];
}
