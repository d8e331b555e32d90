using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.ECS;

/// <summary>
/// ECS, as far as it leads from a job to its host: each compute environment is a cluster, with this machine as the one container
/// instance, and each attempt of a job is a task.
/// </summary>
internal sealed partial class LocalECSApi(EngineState state) : ECSApi
{
    private const int MostAsked = 100;

    private AwsNames Names => state.Names;

    public override System.Threading.Tasks.Task<ListContainerInstancesResponse> ListContainerInstancesAsync(ListContainerInstancesRequest request, CancellationToken cancellationToken)
    {
        if (request.Filter is not null)
            throw Invalid("The local engine does not evaluate filters of container instances.");
        var environment = Find(request.Cluster);
        List<string> all = request.Status is null or ContainerInstanceStatus.ACTIVE ? [HostOf(environment.ClusterName)] : [];
        var (page, next) = OffsetPaging.Page(all, request.NextToken, MostAsked, static token => Invalid($"Invalid token: '{Shortened.Text(token)}'"));
        return System.Threading.Tasks.Task.FromResult(new ListContainerInstancesResponse { ContainerInstanceArns = page, NextToken = next });
    }

    private static ServiceError Invalid(string message) => ServiceError.InvalidParameter(message);

    private string HostOf(string cluster) => Names.ContainerInstance(cluster, state.Identity.HostId);

    private ComputeEnvironment Find(string? nameOrArn)
    {
        lock (state.Gate)
        {
            return state.Environments.All.Find(environment => nameOrArn == environment.ClusterName || nameOrArn == environment.Detail.EcsClusterArn)
                ?? throw new ServiceError("ClusterNotFoundException", "Cluster not found.");
        }
    }

    private static void CheckCount(List<string> asked, string name)
    {
        if (asked.Count is 0 or > MostAsked)
            throw Invalid($"{name} must have 1 to {MostAsked} entries.");
    }

    private static Failure Missing(string asked) => new() { Arn = asked, Reason = "MISSING" };

    // Called under the gate.
    private IEnumerable<ExecutableJob> Executables() => state.Jobs.All.SelectMany(static job => job.Executables);
}
