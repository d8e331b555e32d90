using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a job queue.</summary>
internal static class QueueRules
{
    public const string Healthy = "JobQueue Healthy";

    private const int MostEnvironments = 3;

    /// <exception cref="ServiceError">ClientException: AWS would not make it.</exception>
    public static void Check(CreateJobQueueRequest request)
    {
        NameRules.Check(request.JobQueueName, "Job queue");
        TagRules.Check(request.Tags);
        CheckPriority(request.Priority);
        if (request.SchedulingPolicyArn is { Length: > 0 })
            throw NoSchedulingPolicies();
        if (request.ServiceEnvironmentOrder is { Count: > 0 } || request.JobQueueType == JobQueueType.SAGEMAKER_TRAINING)
            throw ServiceError.Client("The local engine has no service environments: give computeEnvironmentOrder.");
    }

    /// <exception cref="ServiceError">ClientException: it is negative.</exception>
    public static void CheckPriority(int? priority)
    {
        if (priority < 0)
            throw BatchErrors.Executing($"Job queue priority must not be negative; it is {priority}");
    }

    public static ServiceError NoSchedulingPolicies() =>
        ServiceError.Client("The local engine has no scheduling policies yet: leave schedulingPolicyArn out.");

    /// <summary>The environments that an order names, first the one to try first.</summary>
    /// <exception cref="ServiceError">ClientException: there are none, too many, or one does not exist.</exception>
    public static List<ComputeEnvironment> Environments(ResourceTable<ComputeEnvironment> table, List<ComputeEnvironmentOrder>? order)
    {
        if (order is null or [])
            throw BatchErrors.Executing("At least one compute environment must be provided");
        if (order.Count > MostEnvironments)
            throw BatchErrors.Executing($"A job queue cannot have more than {MostEnvironments} compute environments");
        if (order.DistinctBy(static entry => entry.Order).Count() < order.Count)
            throw BatchErrors.Executing("Each compute environment of a job queue must have an order of its own");
        return [.. order
            .OrderBy(static entry => entry.Order)
            .Select(entry => table.TryFind(entry.ComputeEnvironment, out var environment)
                ? environment
                : throw BatchErrors.EnvironmentNotFound(entry.ComputeEnvironment))];
    }

    /// <summary>The order with ARNs for names, as AWS describes it.</summary>
    public static List<ComputeEnvironmentOrder> Order(List<ComputeEnvironmentOrder> order, ResourceTable<ComputeEnvironment> table) =>
        [.. order.OrderBy(static entry => entry.Order).Select(entry => new ComputeEnvironmentOrder
        {
            Order = entry.Order,
            ComputeEnvironment = table.TryFind(entry.ComputeEnvironment, out var environment) ? environment.Arn : entry.ComputeEnvironment,
        })];

    /// <summary>The description of a new queue; here it is valid at once.</summary>
    public static JobQueueDetail Describe(CreateJobQueueRequest request, List<ComputeEnvironment> environments, AwsNames names) => new()
    {
        JobQueueName = request.JobQueueName,
        JobQueueArn = names.Queue(request.JobQueueName!),
        State = request.State ?? JQState.ENABLED,
        Status = JQStatus.VALID,
        StatusReason = Healthy,
        Priority = request.Priority,
        ComputeEnvironmentOrder = [.. request.ComputeEnvironmentOrder!
            .OrderBy(static entry => entry.Order)
            .Zip(environments, static (entry, environment) => new ComputeEnvironmentOrder { Order = entry.Order, ComputeEnvironment = environment.Arn })],
        ServiceEnvironmentOrder = [],
        JobQueueType = request.JobQueueType,
        JobStateTimeLimitActions = request.JobStateTimeLimitActions ?? [],
        Tags = request.Tags ?? [],
    };
}
