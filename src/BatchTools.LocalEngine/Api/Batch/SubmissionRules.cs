using BatchTools.LocalEngine.Resources;

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
        if (OperationCall.Json(request.Write).Length is var size && size > MaximumBytes)
            throw BatchErrors.Executing($"Job is {size} bytes long; at most {MaximumBytes} are allowed");
    }

    /// <summary>Checks that the queue takes the job and that this engine can run it.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void Check(SubmitJobRequest request, JobQueue queue, JobDefinitionRevision definition)
    {
        if (queue.Detail is not { State: JQState.ENABLED, Status: JQStatus.VALID })
            throw ServiceError.Client($"JobQueue {queue.Name} is {queue.Detail.State} and accepts no jobs.");
        if (request.ShareIdentifier is { Length: > 0 } || request.SchedulingPriorityOverride is not null)
            throw BatchErrors.Executing("shareIdentifier and schedulingPriorityOverride cannot be given for a job queue without a fair share scheduling policy");
        if (definition.Detail.ContainerProperties is null)
        {
            var kind = definition.Detail switch
            {
                { NodeProperties: not null } => "nodeProperties (a multi-node job)",
                { EcsProperties: not null } => "ecsProperties",
                _ => "eksProperties",
            };
            throw ServiceError.Client($"The local engine runs job definitions with containerProperties only; {definition.Name}:{definition.Revision} has {kind}.");
        }

        if (request.NodeOverrides is not null || request.EksPropertiesOverride is not null || request.EcsPropertiesOverride is not null)
            throw BatchErrors.Executing("The overrides do not suit the job definition: give containerOverrides");
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
