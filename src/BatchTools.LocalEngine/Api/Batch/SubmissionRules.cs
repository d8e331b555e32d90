using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Waiting;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What AWS Batch asks of a submission.</summary>
internal static class SubmissionRules
{
    private const int MaximumBytes = 30 * 1024;
    private const int MaximumReason = 1024;
    private const int LeastArray = 2;
    private const int MostArray = 10_000;

    /// <summary>Checks what the request alone tells.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void Check(SubmitJobRequest request)
    {
        NameRules.CheckJob(request.JobName);
        TagRules.Check(request.Tags);
        JobRules.CheckRetryStrategy(request.RetryStrategy);
        JobRules.CheckTimeout(request.Timeout);
        if (request.ArrayProperties is { } array && array.Size is not (>= LeastArray and <= MostArray))
            throw BatchErrors.Executing($"Array size must be between {LeastArray} and {MostArray}");
        if (request.ContainerOverrides is { } overrides)
        {
            JobRules.CheckCommand(overrides.Command);
            JobRules.CheckEnvironment(overrides.Environment);
            JobRules.CheckRequirements(overrides.ResourceRequirements);
            JobRules.CheckSizes(overrides.Vcpus, overrides.Memory);
        }

        JobRules.CheckParameters(request.Parameters);
        ConsumableRules.Check(request.ConsumableResourcePropertiesOverride);
        if (OperationCall.Json(request.Write).Length is var size && size > MaximumBytes)
            throw BatchErrors.Executing($"Job is {size} bytes long; at most {MaximumBytes} are allowed");
    }

    /// <summary>Checks that the queue takes the job and that the request suits the definition.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void Check(SubmitJobRequest request, JobQueue queue, JobDefinition definition, long now)
    {
        if (queue.Detail is not { State: JQState.ENABLED, Status: JQStatus.VALID })
            throw ServiceError.Client($"JobQueue {queue.Name} is {(queue.Detail.Status == JQStatus.VALID ? queue.Detail.State : queue.Detail.Status)} and accepts no jobs.");
        if (queue.Detail.ServiceEnvironmentOrder is { Count: > 0 })
            throw BatchErrors.Executing($"JobQueue {queue.Name} takes service jobs only");
        CheckShare(request, queue, now);
        CheckOverrides(request, definition);
        CheckPlatform(request, queue, definition);
    }

    private static void CheckShare(SubmitJobRequest request, JobQueue queue, long now)
    {
        DefinitionRules.CheckPriority(request.SchedulingPriorityOverride);
        if (queue.FairShare is not { } shares)
        {
            if (request.ShareIdentifier is { Length: > 0 } || request.SchedulingPriorityOverride is not null)
                throw BatchErrors.Executing("shareIdentifier and schedulingPriorityOverride cannot be given for a job queue without a fair share scheduling policy");
            return;
        }

        if (string.IsNullOrEmpty(request.ShareIdentifier))
            throw BatchErrors.Executing("shareIdentifier must be given for a job queue with a fair share scheduling policy");
        PolicyRules.CheckShare(request.ShareIdentifier);
        if (!shares.HasPlaceFor(request.ShareIdentifier, now))
            throw BatchErrors.Executing($"A job queue cannot have more than {FairShareJobs.MostActive} active shares");
    }

    private static void CheckOverrides(SubmitJobRequest request, JobDefinition definition)
    {
        if (request.EksPropertiesOverride is not null)
            throw BatchErrors.Executing("eksPropertiesOverride can only be given for a job definition with eksProperties");
        if (request.ContainerOverrides is not null && definition.ContainerProperties is null)
            throw BatchErrors.Executing("containerOverrides can only be given for a job definition with containerProperties");
        if (request.EcsPropertiesOverride is { } task)
        {
            if (definition.EcsProperties is null)
                throw BatchErrors.Executing("ecsPropertiesOverride can only be given for a job definition with ecsProperties");
            TaskRules.CheckOverride(task, definition.EcsProperties);
        }

        if (definition.NodeProperties is { } nodes)
        {
            if (request.ArrayProperties is not null)
                throw BatchErrors.Executing("arrayProperties cannot be given for a multi-node parallel job");
            NodeRules.CheckOverride(request.NodeOverrides, nodes);
        }
        else if (request.NodeOverrides is not null)
        {
            throw BatchErrors.Executing("nodeOverrides can only be given for a job definition with nodeProperties");
        }
    }

    private static void CheckPlatform(SubmitJobRequest request, JobQueue queue, JobDefinition definition)
    {
        var isFargate = queue.Environments.Any(static environment => environment.IsFargate);
        var wanted = isFargate ? PlatformCapability.FARGATE : PlatformCapability.EC2;
        if (queue.Environments.Count > 0 && definition.PlatformCapabilities is { Count: > 0 } platforms && !platforms.Contains(wanted))
            throw BatchErrors.Executing($"JobDefinition {request.JobDefinition} is for {string.Join(", ", platforms)}, but JobQueue {queue.Name} has {wanted} compute environments");
        if (definition.NodeProperties is not null
            && !queue.Environments.Any(static environment => environment.Detail is { Type: CEType.MANAGED, ComputeResources.Type: CRType.EC2 }))
        {
            throw BatchErrors.Executing("A multi-node parallel job needs a job queue with a MANAGED compute environment of type EC2");
        }
    }

    /// <exception cref="ServiceError">ClientException: there is none, or it is too long.</exception>
    public static void CheckEndReason(string? reason)
    {
        if (string.IsNullOrEmpty(reason) || reason.Length > MaximumReason)
            throw BatchErrors.Executing($"Reason must have 1 to {MaximumReason} characters");
    }

    /// <summary>The request as it is kept: actions in lower case.</summary>
    public static SubmitJobRequest Normalise(SubmitJobRequest request)
    {
        if (request.RetryStrategy is null)
            return request;
        var normalised = request.Clone();
        normalised.RetryStrategy = JobRules.Describe(request.RetryStrategy);
        return normalised;
    }
}
