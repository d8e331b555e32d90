namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What AWS Batch asks of <c>jobStateTimeLimitActions</c>.</summary>
internal static class TimeLimitRules
{
    private const int Shortest = 600;
    private const int Longest = 86_400;

    // The reasons of a blocked queue that an action can wait for.
    private static readonly string[] Codes =
    [
        "MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE",
        "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT",
        "CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY",
        "EC2_INSTANCE_CONFIGURATION_UNSUPPORTED",
        "MISCONFIGURATION:EC2_INSTANCE_CONFIGURATION_UNSUPPORTED",
    ];

    /// <exception cref="ServiceError">ClientException: a time is out of its range, or a reason is none that a job can have.</exception>
    public static void Check(List<JobStateTimeLimitAction>? actions)
    {
        foreach (var action in actions ?? [])
        {
            if (action.MaxTimeSeconds is < Shortest or > Longest)
                throw BatchErrors.Executing($"maxTimeSeconds must be between {Shortest} and {Longest}; it is {action.MaxTimeSeconds}");
            if (!Codes.Any(code => action.Reason == code || action.Reason?.StartsWith(code + " - ", StringComparison.Ordinal) == true))
                throw BatchErrors.Executing("Invalid job reason");
        }

        if (actions?.DistinctBy(static action => action.Reason).Count() < actions?.Count)
            throw BatchErrors.Executing("jobStateTimeLimitActions must not name a reason twice");
    }
}
