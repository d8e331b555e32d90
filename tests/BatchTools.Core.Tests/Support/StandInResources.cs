using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>
/// One environment and the queues that a stand-in knows. As at AWS, a change shows some looks later, and until then the resource
/// refuses the next change.
/// </summary>
internal sealed class StandInResources
{
    private const int LooksUntilSettled = 3;

    private readonly Dictionary<string, int> _busy = [];

    public StandInResources(StandInConnection to)
    {
        to.Batch.On<DescribeComputeEnvironmentsRequest, DescribeComputeEnvironmentsResponse>(request => new()
        {
            ComputeEnvironments = [.. Environments.Where(one => request.ComputeEnvironments is null || request.ComputeEnvironments.Contains(one.ComputeEnvironmentName!)).Select(Look)],
        });
        to.Batch.On<DescribeJobQueuesRequest, DescribeJobQueuesResponse>(request => new()
        {
            JobQueues = [.. Queues.Where(one => request.JobQueues is null || request.JobQueues.Contains(one.JobQueueName!)).Select(Look)],
        });
        to.Batch.On<UpdateComputeEnvironmentRequest, UpdateComputeEnvironmentResponse>(Update);
        to.Batch.On<UpdateJobQueueRequest, UpdateJobQueueResponse>(Update);
        to.Batch.On<DeleteComputeEnvironmentRequest, DeleteComputeEnvironmentResponse>(Delete);
        to.Batch.On<DeleteJobQueueRequest, DeleteJobQueueResponse>(Delete);
        to.Batch.On<ListJobsRequest, ListJobsResponse>(request => new()
        {
            JobSummaryList = [.. Jobs.Where(job => job.Status == request.JobStatus)],
        });
    }

    /// <summary>Whether changes never settle.</summary>
    public bool StaysBusy { get; init; }

    /// <summary>What was done, in order: names of operations and resources.</summary>
    public List<string> Changes { get; } = [];

    public List<ComputeEnvironmentDetail> Environments { get; } = [];

    public List<JobQueueDetail> Queues { get; } = [];

    public List<JobSummary> Jobs { get; } = [];

    public void AddEnvironment(string name) => Environments.Add(new()
    {
        ComputeEnvironmentName = name, ComputeEnvironmentArn = $"arn:aws:batch:us-east-1:1:compute-environment/{name}", State = CEState.ENABLED, Status = CEStatus.VALID,
    });

    public void AddQueue(string name, params string[] environments) => Queues.Add(new()
    {
        JobQueueName = name,
        JobQueueArn = $"arn:aws:batch:us-east-1:1:job-queue/{name}",
        State = JQState.ENABLED,
        Status = JQStatus.VALID,
        ComputeEnvironmentOrder = Order(environments),
    });

    private static List<ComputeEnvironmentOrder> Order(IEnumerable<string> names) =>
        [.. names.Select((name, index) => new ComputeEnvironmentOrder { Order = index + 1, ComputeEnvironment = $"arn:aws:batch:us-east-1:1:compute-environment/{name}" })];

    private ComputeEnvironmentDetail Look(ComputeEnvironmentDetail one)
    {
        one.Status = IsBusyAfterLook(one.ComputeEnvironmentName) ? CEStatus.UPDATING : CEStatus.VALID;
        return one;
    }

    private JobQueueDetail Look(JobQueueDetail one)
    {
        one.Status = IsBusyAfterLook(one.JobQueueName) ? JQStatus.UPDATING : JQStatus.VALID;
        return one;
    }

    private bool IsBusyAfterLook(string? name) => StaysBusy ? _busy.ContainsKey(name!) : _busy.TryGetValue(name!, out var left) && --_busy[name!] >= 0 && left > 0;

    private UpdateComputeEnvironmentResponse Update(UpdateComputeEnvironmentRequest request)
    {
        Begin($"update {request.ComputeEnvironment} {request.State}", request.ComputeEnvironment);
        Environments.Single(one => one.ComputeEnvironmentName == request.ComputeEnvironment).State = request.State;
        return new();
    }

    private UpdateJobQueueResponse Update(UpdateJobQueueRequest request)
    {
        var order = request.ComputeEnvironmentOrder?.Select(one => one.ComputeEnvironment!).ToArray();
        Begin($"update {request.JobQueue} {request.State}{string.Join(",", order ?? [])}", request.JobQueue);
        var queue = Queues.Single(one => one.JobQueueName == request.JobQueue);
        queue.State = request.State ?? queue.State;
        queue.ComputeEnvironmentOrder = order is null ? queue.ComputeEnvironmentOrder : Order(order);
        return new();
    }

    private DeleteComputeEnvironmentResponse Delete(DeleteComputeEnvironmentRequest request)
    {
        if (Queues.Any(queue => queue.ComputeEnvironmentOrder!.Any(one => one.ComputeEnvironment!.EndsWith($"/{request.ComputeEnvironment}", StringComparison.Ordinal))))
            throw Refusal("Cannot delete, found existing JobQueue relationship");
        Begin($"delete {request.ComputeEnvironment}", request.ComputeEnvironment);
        Environments.RemoveAll(one => one.ComputeEnvironmentName == request.ComputeEnvironment);
        return new();
    }

    private DeleteJobQueueResponse Delete(DeleteJobQueueRequest request)
    {
        Begin($"delete {request.JobQueue}", request.JobQueue);
        Queues.RemoveAll(one => one.JobQueueName == request.JobQueue);
        return new();
    }

    private void Begin(string change, string? name)
    {
        if (_busy.GetValueOrDefault(name!) > 0)
        {
            _busy[name!]--;
            throw Refusal("Cannot delete, resource is being modified");
        }

        Changes.Add(change);
        _busy[name!] = LooksUntilSettled;
    }

    private static ClientException Refusal(string text) =>
        new(text) { ErrorCode = "ClientException", StatusCode = System.Net.HttpStatusCode.BadRequest };
}
