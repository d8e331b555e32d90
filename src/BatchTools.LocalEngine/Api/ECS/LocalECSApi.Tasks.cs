using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Api.ECS;

internal sealed partial class LocalECSApi
{
    public override System.Threading.Tasks.Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken)
    {
        CheckCount(request.Tasks!, "tasks");
        var cluster = Find(request.Cluster).ClusterName;
        var wanted = request.Tasks!.Distinct().ToLookup(asked => TaskId(asked, cluster));
        var found = new Dictionary<Guid, Task>();
        lock (state.Gate)
        {
            foreach (var job in Executables())
            {
                foreach (var attempt in job.Attempts)
                {
                    if (attempt.ClusterName == cluster && wanted.Contains(attempt.TaskId))
                        found[attempt.TaskId] = Describe(job, attempt);
                }
            }
        }

        return System.Threading.Tasks.Task.FromResult(new DescribeTasksResponse
        {
            Tasks = [.. found.Values],
            Failures = [.. wanted.Where(entry => entry.Key is not { } id || !found.ContainsKey(id)).SelectMany(static entry => entry).Select(Missing)],
        });
    }

    // Null for what is no task of the cluster.
    private Guid? TaskId(string idOrArn, string cluster)
    {
        var slash = idOrArn.LastIndexOf('/');
        return Guid.TryParseExact(idOrArn[(slash + 1)..], "N", out var id) && (slash < 0 || idOrArn == Names.Task(cluster, id)) ? id : null;
    }

    private Task Describe(ExecutableJob job, Attempt attempt)
    {
        var arn = Names.Task(attempt.ClusterName, attempt.TaskId);
        var status = attempt.IsOver ? "STOPPED" : attempt.StartedAt > 0 ? "RUNNING" : "PENDING";
        return new Task
        {
            TaskArn = arn,
            ClusterArn = Names.Cluster(attempt.ClusterName),
            ContainerInstanceArn = HostOf(attempt.ClusterName),
            LaunchType = LaunchType.EC2,
            LastStatus = status,
            DesiredStatus = attempt.IsOver ? "STOPPED" : "RUNNING",
            StartedBy = "aws-batch",
            StartedAt = Seconds(attempt.StartedAt),
            StoppedAt = Seconds(attempt.StoppedAt),
            StoppedReason = attempt.StatusReason,
            Containers = [.. job.Plan.Containers.Select(container => Describe(container, job, attempt, arn, status))],
            Attachments = [],
            Tags = [],
        };
    }

    // Of a task of several containers each has an end of its own.
    private static Container Describe(ContainerPlan plan, ExecutableJob job, Attempt attempt, string task, string status)
    {
        var runs = attempt.IsOver ? attempt.Containers : job.Active?.Containers;
        var run = runs is null ? null : Array.Find(runs, one => one.Name == plan.Name);
        return new Container
        {
            Name = plan.Name,
            TaskArn = task,
            Image = plan.Properties.Image,
            LastStatus = status,
            ExitCode = runs is null ? attempt.ExitCode : run?.ExitCode,
            Reason = runs is null ? attempt.Reason : run?.Reason,
            NetworkInterfaces = [],
        };
    }

    private static double? Seconds(long milliseconds) => milliseconds == 0 ? null : milliseconds / 1000.0;
}
