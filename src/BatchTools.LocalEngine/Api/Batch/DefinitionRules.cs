using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a job definition.</summary>
internal static class DefinitionRules
{
    private const int MaximumBytes = 24 * 1024;
    private const int MostPriority = 9999;

    /// <exception cref="ServiceError">ClientException: AWS would not register it.</exception>
    public static void Check(RegisterJobDefinitionRequest request)
    {
        NameRules.Check(request.JobDefinitionName, "Job Definition");
        TagRules.Check(request.Tags);
        JobRules.CheckRetryStrategy(request.RetryStrategy);
        JobRules.CheckTimeout(request.Timeout);
        JobRules.CheckParameters(request.Parameters);
        CheckKind(request);
        CheckPriority(request.SchedulingPriority);
        ConsumableRules.Check(request.ConsumableResourceProperties);
        var isFargate = request.PlatformCapabilities?.Contains(PlatformCapability.FARGATE) == true;
        if (request.ContainerProperties is { } container)
            ContainerRules.Check(container, isFargate);
        if (request.EcsProperties is { } task)
            TaskRules.Check(task);
        if (request.NodeProperties is { } nodes)
            NodeRules.Check(nodes, isFargate);
        if (OperationCall.Json(request.Write).Length is var size && size > MaximumBytes)
            throw BatchErrors.Executing($"Job Definition is {size} bytes long; at most {MaximumBytes} are allowed");
    }

    /// <summary>The description of a new revision, with the empty lists that AWS adds.</summary>
    public static JobDefinition Describe(RegisterJobDefinitionRequest request, int revision, AwsNames names) => new()
    {
        JobDefinitionName = request.JobDefinitionName,
        JobDefinitionArn = names.Definition(request.JobDefinitionName!, revision),
        Revision = revision,
        Status = JobDefinitionRevision.Active,
        Type = request.Type,
        Parameters = request.Parameters ?? [],
        SchedulingPriority = request.SchedulingPriority,
        RetryStrategy = JobRules.Describe(request.RetryStrategy),
        Timeout = request.Timeout,
        ContainerProperties = Complete(request.ContainerProperties),
        NodeProperties = request.NodeProperties,
        EcsProperties = request.EcsProperties,
        EksProperties = request.EksProperties,
        ConsumableResourceProperties = request.ConsumableResourceProperties,
        PlatformCapabilities = request.PlatformCapabilities ?? (request.EksProperties is null ? [PlatformCapability.EC2] : null),
        PropagateTags = request.PropagateTags,
        ContainerOrchestrationType = request.EksProperties is null ? OrchestrationType.ECS : OrchestrationType.EKS,
        Tags = request.Tags ?? [],
    };

    private static void CheckKind(RegisterJobDefinitionRequest request)
    {
        object?[] kinds = [request.ContainerProperties, request.NodeProperties, request.EcsProperties, request.EksProperties];
        if (kinds.Count(static kind => kind is not null) > 1)
            throw BatchErrors.Executing("Only one of containerProperties, nodeProperties, ecsProperties and eksProperties can be given");
        if (request.Type == JobDefinitionType.Multinode && request.NodeProperties is null)
            throw BatchErrors.Executing("nodeProperties must be given for a job definition of type multinode");
        if (request.EksProperties is not null)
            throw ServiceError.Client("The local engine has no Kubernetes: give containerProperties, ecsProperties or nodeProperties in place of eksProperties.");
        if (request.Type == JobDefinitionType.Container && (request.NodeProperties is not null || kinds.All(static kind => kind is null)))
            throw BatchErrors.Executing("containerProperties must be given for a job definition of type container");
    }

    /// <exception cref="ServiceError">ClientException: a scheduling priority out of its range.</exception>
    public static void CheckPriority(int? priority)
    {
        if (priority is < 0 or > MostPriority)
            throw BatchErrors.Executing($"Scheduling priority must be between 0 and {MostPriority}; it is {priority}");
    }

    private static ContainerProperties? Complete(ContainerProperties? container)
    {
        if (container is null)
            return null;
        var complete = container.Clone();
        complete.Command ??= [];
        complete.Environment ??= [];
        complete.MountPoints ??= [];
        complete.ResourceRequirements ??= [];
        complete.Secrets ??= [];
        complete.Ulimits ??= [];
        complete.Volumes ??= [];
        return complete;
    }
}
