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
        TimeLimitRules.Check(request.JobStateTimeLimitActions);
        if (request.JobQueueType == JobQueueType.EKS)
            throw ServiceError.Client("The local engine has no Kubernetes: a job queue of type EKS cannot be made.");
        if (request.ServiceEnvironmentOrder is { Count: > 0 } && request.ComputeEnvironmentOrder is { Count: > 0 })
            throw BatchErrors.Executing("Only one of computeEnvironmentOrder and serviceEnvironmentOrder can be given");
    }

    /// <summary>Whether it is a queue for service jobs.</summary>
    public static bool IsForService(CreateJobQueueRequest request) =>
        request.ServiceEnvironmentOrder is { Count: > 0 } || request.JobQueueType == JobQueueType.SAGEMAKER_TRAINING;

    /// <exception cref="ServiceError">ClientException: it is negative.</exception>
    public static void CheckPriority(int? priority)
    {
        if (priority < 0)
            throw BatchErrors.Executing($"Job queue priority must not be negative; it is {priority}");
    }

    /// <summary>The environments that an order names, first the one to try first.</summary>
    /// <exception cref="ServiceError">ClientException: there are none, too many or unlike ones, or one does not exist.</exception>
    public static List<ComputeEnvironment> Environments(ResourceTable<ComputeEnvironment> table, List<ComputeEnvironmentOrder>? order)
    {
        if (order is null or [])
            throw BatchErrors.Executing("At least one compute environment must be provided");
        if (order.Count > MostEnvironments)
            throw BatchErrors.Executing($"A job queue cannot have more than {MostEnvironments} compute environments");
        if (order.DistinctBy(static entry => entry.Order).Count() < order.Count)
            throw BatchErrors.Executing("Each compute environment of a job queue must have an order of its own");
        List<ComputeEnvironment> environments = [.. order
            .OrderBy(static entry => entry.Order)
            .Select(entry => table.TryFind(entry.ComputeEnvironment, out var environment)
                ? environment
                : throw BatchErrors.EnvironmentNotFound(entry.ComputeEnvironment))];
        if (environments.Find(static environment => environment.Detail.Status != CEStatus.VALID) is { } invalid)
            throw BatchErrors.Executing($"ComputeEnvironment {invalid.Name} is {invalid.Detail.Status}; it must be VALID");
        if (environments.Distinct().Count() < environments.Count)
            throw BatchErrors.Executing("A compute environment can be named once only in a job queue");
        if (environments.Exists(static environment => environment.IsFargate) && environments.Exists(static environment => !environment.IsFargate))
            throw BatchErrors.Executing("EC2 and Fargate compute environments cannot be mixed in a job queue");
        return environments;
    }

    /// <summary>The service environments that an order names, as AWS describes them.</summary>
    /// <exception cref="ServiceError">ClientException: there are none or too many, or one does not exist.</exception>
    public static List<ServiceEnvironmentOrder> ServiceOrder(ResourceTable<ServiceEnvironment> table, List<ServiceEnvironmentOrder>? order)
    {
        if (order is null or [])
            throw BatchErrors.Executing("At least one service environment must be provided");
        if (order.Count > 1)
            throw BatchErrors.Executing("A job queue cannot have more than 1 service environment");
        return order.ConvertAll(entry => new ServiceEnvironmentOrder
        {
            Order = entry.Order,
            ServiceEnvironment = table.TryFind(entry.ServiceEnvironment, out var environment)
                ? environment.Arn
                : throw BatchErrors.ServiceEnvironmentNotFound(entry.ServiceEnvironment),
        });
    }

    /// <summary>The order with ARNs for names, as AWS describes it.</summary>
    public static List<ComputeEnvironmentOrder> Order(List<ComputeEnvironmentOrder> order, IReadOnlyList<ComputeEnvironment> environments) =>
        [.. order
            .OrderBy(static entry => entry.Order)
            .Zip(environments, static (entry, environment) => new ComputeEnvironmentOrder { Order = entry.Order, ComputeEnvironment = environment.Arn })];

    /// <summary>The policy that a new queue names; null for none.</summary>
    /// <exception cref="ServiceError">ClientException: it does not exist, or is not for that kind of queue.</exception>
    public static SchedulingPolicy? Policy(ResourceTable<SchedulingPolicy> table, string? arn, bool isForService)
    {
        if (string.IsNullOrEmpty(arn))
            return null;
        if (!table.TryFind(arn, out var policy))
            throw ServiceError.Client($"SchedulingPolicy {arn} not found.");
        if (!isForService && policy.Detail.QuotaSharePolicy is not null)
            throw BatchErrors.Executing("A scheduling policy with a quotaSharePolicy can only be given to a job queue with service environments");
        return policy;
    }

    /// <summary>The policy of a queue after an update: it can be replaced, but neither taken nor given.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static SchedulingPolicy? Replacement(ResourceTable<SchedulingPolicy> table, JobQueue queue, string? arn)
    {
        if (arn is null)
            return null;
        if (arn.Length == 0 && queue.Detail.SchedulingPolicyArn is not null)
            throw BatchErrors.Executing("The scheduling policy of a job queue can be replaced, but not removed");
        if (arn.Length > 0 && queue.Detail.SchedulingPolicyArn is null)
            throw BatchErrors.Executing("A scheduling policy cannot be added to a job queue that was made without one");
        return Policy(table, arn, queue.Detail.ServiceEnvironmentOrder is { Count: > 0 });
    }

    /// <summary>The description of a new queue; here it is valid at once.</summary>
    public static JobQueueDetail Describe(CreateJobQueueRequest request, IReadOnlyList<ComputeEnvironment> environments, AwsNames names) => new()
    {
        JobQueueName = request.JobQueueName,
        JobQueueArn = names.Queue(request.JobQueueName!),
        State = request.State ?? JQState.ENABLED,
        Status = JQStatus.VALID,
        StatusReason = Healthy,
        Priority = request.Priority,
        ComputeEnvironmentOrder = Order(request.ComputeEnvironmentOrder ?? [], environments),
        ServiceEnvironmentOrder = [],
        JobQueueType = request.JobQueueType,
        JobStateTimeLimitActions = request.JobStateTimeLimitActions ?? [],
        Tags = request.Tags ?? [],
    };
}
