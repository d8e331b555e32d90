using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a service environment or a quota share.</summary>
internal static class ServiceEnvironmentRules
{
    private const int MostLimits = 10;

    /// <exception cref="ServiceError">ClientException: AWS would not make it.</exception>
    public static void Check(CreateServiceEnvironmentRequest request)
    {
        NameRules.Check(request.ServiceEnvironmentName, "Service environment");
        TagRules.Check(request.Tags);
        CheckLimits(request.CapacityLimits);
    }

    /// <exception cref="ServiceError">ClientException: there are none or too many, or one has no positive number.</exception>
    public static void CheckLimits(List<CapacityLimit>? limits) =>
        CheckLimits((limits ?? []).ConvertAll(static limit => (limit.CapacityUnit, limit.MaxCapacity)));

    /// <exception cref="ServiceError">ClientException: AWS would not make it.</exception>
    public static void Check(CreateQuotaShareRequest request)
    {
        NameRules.Check(request.QuotaShareName, "Quota share");
        TagRules.Check(request.Tags);
        CheckLimits(request.CapacityLimits);
        CheckSharing(request.ResourceSharingConfiguration);
    }

    /// <exception cref="ServiceError">ClientException: there are none or too many, or one has no positive number.</exception>
    public static void CheckLimits(List<QuotaShareCapacityLimit>? limits) =>
        CheckLimits((limits ?? []).ConvertAll(static limit => (limit.CapacityUnit, limit.MaxCapacity)));

    /// <exception cref="ServiceError">ClientException: a borrow limit is given for a strategy that borrows nothing.</exception>
    public static void CheckSharing(QuotaShareResourceSharingConfiguration? sharing)
    {
        if (sharing is { BorrowLimit: not null, Strategy: not QuotaShareResourceSharingStrategy.LEND_AND_BORROW })
            throw BatchErrors.Executing("borrowLimit can only be given with the strategy LEND_AND_BORROW");
        if (sharing?.BorrowLimit < -1)
            throw BatchErrors.Executing($"borrowLimit must be at least -1; it is {sharing.BorrowLimit}");
    }

    public static ServiceEnvironmentDetail Describe(CreateServiceEnvironmentRequest request, AwsNames names) => new()
    {
        ServiceEnvironmentName = request.ServiceEnvironmentName,
        ServiceEnvironmentArn = names.ServiceEnvironment(request.ServiceEnvironmentName!),
        ServiceEnvironmentType = request.ServiceEnvironmentType,
        State = request.State ?? ServiceEnvironmentState.ENABLED,
        Status = ServiceEnvironmentStatus.VALID,
        CapacityLimits = request.CapacityLimits,
        Tags = request.Tags ?? [],
    };

    public static DescribeQuotaShareResponse Describe(CreateQuotaShareRequest request, JobQueue queue, AwsNames names) => new()
    {
        QuotaShareName = request.QuotaShareName,
        QuotaShareArn = names.QuotaShare(queue.Name, request.QuotaShareName!),
        JobQueueArn = queue.Arn,
        CapacityLimits = request.CapacityLimits,
        ResourceSharingConfiguration = request.ResourceSharingConfiguration,
        PreemptionConfiguration = request.PreemptionConfiguration,
        State = request.State ?? QuotaShareState.ENABLED,
        Status = QuotaShareStatus.VALID,
        Tags = request.Tags ?? [],
    };

    private static void CheckLimits(List<(string? Unit, int? Most)> limits)
    {
        if (limits.Count is 0 or > MostLimits)
            throw BatchErrors.Executing($"capacityLimits must have 1 to {MostLimits} entries");
        if (limits.Exists(static limit => string.IsNullOrEmpty(limit.Unit) || limit.Most is not >= 1))
            throw BatchErrors.Executing("Each of capacityLimits must have a capacityUnit and a maxCapacity of at least 1");
        if (limits.DistinctBy(static limit => limit.Unit).Count() < limits.Count)
            throw BatchErrors.Executing("capacityLimits must not name a capacityUnit twice");
    }
}
