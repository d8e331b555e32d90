using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a job definition.</summary>
internal static class DefinitionRules
{
    private const int MaximumBytes = 24 * 1024;

    /// <exception cref="ServiceError">ClientException: AWS would not register it.</exception>
    public static void Check(RegisterJobDefinitionRequest request)
    {
        NameRules.Check(request.JobDefinitionName, "Job Definition");
        TagRules.Check(request.Tags);
        JobRules.CheckRetryStrategy(request.RetryStrategy);
        JobRules.CheckTimeout(request.Timeout);
        JobRules.CheckParameters(request.Parameters);
        CheckKind(request);
        if (request.ContainerProperties is { } container)
            CheckContainer(container, request.PlatformCapabilities);
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
        if (request.Type == JobDefinitionType.Container && (request.NodeProperties is not null || kinds.All(static kind => kind is null)))
            throw BatchErrors.Executing("containerProperties must be given for a job definition of type container");
    }

    private static void CheckContainer(ContainerProperties container, List<string>? platforms)
    {
        if (string.IsNullOrEmpty(container.Image))
            throw BatchErrors.Executing("Image is not provided.");
        JobRules.CheckCommand(container.Command);
        JobRules.CheckEnvironment(container.Environment);
        JobRules.CheckRequirements(container.ResourceRequirements);
        if (platforms is null || !platforms.Contains(PlatformCapability.FARGATE))
        {
            if (container.Vcpus is null && ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.VCPU) is null)
                throw BatchErrors.Executing("vCPU is not provided.");
            if (ResourceNeeds.Memory(container, overrides: null) is null)
                throw BatchErrors.Executing("Memory is not provided.");
        }

        if (container.Vcpus is not null && ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.VCPU) is not null)
            throw BatchErrors.Executing("vcpus and a resourceRequirement of type VCPU cannot both be given");
        if (container.Memory is not null && ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.MEMORY) is not null)
            throw BatchErrors.Executing("memory and a resourceRequirement of type MEMORY cannot both be given");
        JobRules.CheckSizes(container.Vcpus, container.Memory);
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
