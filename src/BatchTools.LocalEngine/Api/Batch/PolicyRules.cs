using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a scheduling policy.</summary>
internal static class PolicyRules
{
    private const int LongestDecay = 604_800;
    private const int MostReserved = 99;
    private const int LongestShare = 255;
    private const float LeastWeight = 0.0001f;
    private const float MostWeight = 999.9999f;

    /// <exception cref="ServiceError">ClientException: AWS would not make it.</exception>
    public static void Check(CreateSchedulingPolicyRequest request)
    {
        NameRules.Check(request.Name, "Scheduling policy");
        TagRules.Check(request.Tags);
        Check(request.FairsharePolicy, request.QuotaSharePolicy);
    }

    /// <exception cref="ServiceError">ClientException: a value is out of its range, or the shares overlap.</exception>
    public static void Check(FairsharePolicy? policy, QuotaSharePolicy? quotas)
    {
        if (policy is not null && quotas is not null)
            throw BatchErrors.Executing("Only one of fairsharePolicy and quotaSharePolicy can be given");
        if (policy is null)
            return;
        if (policy.ShareDecaySeconds is < 0 or > LongestDecay)
            throw BatchErrors.Executing($"shareDecaySeconds must be between 0 and {LongestDecay}; it is {policy.ShareDecaySeconds}");
        if (policy.ComputeReservation is < 0 or > MostReserved)
            throw BatchErrors.Executing($"computeReservation must be between 0 and {MostReserved}; it is {policy.ComputeReservation}");
        var shares = policy.ShareDistribution ?? [];
        foreach (var share in shares)
            CheckEntry(share);
        for (var index = 0; index < shares.Count; index++)
        {
            if (shares.Skip(index + 1).FirstOrDefault(other => Overlap(shares[index].ShareIdentifier!, other.ShareIdentifier!)) is { } other)
                throw BatchErrors.Executing($"Share identifiers '{shares[index].ShareIdentifier}' and '{other.ShareIdentifier}' overlap");
        }
    }

    /// <summary>Checks the share that a job names: letters and digits, without <c>*</c>.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void CheckShare(string share)
    {
        if (share.Length is 0 or > LongestShare || !share.All(char.IsAsciiLetterOrDigit))
            throw BatchErrors.Executing($"Share identifier '{Shortened.Text(share)}' must have 1 to {LongestShare} letters and digits");
    }

    public static SchedulingPolicyDetail Describe(CreateSchedulingPolicyRequest request, AwsNames names) => new()
    {
        Name = request.Name,
        Arn = names.SchedulingPolicy(request.Name!),
        FairsharePolicy = Complete(request.FairsharePolicy),
        QuotaSharePolicy = request.QuotaSharePolicy,
        Tags = request.Tags ?? [],
    };

    /// <summary>The policy with AWS's defaults where it says nothing.</summary>
    public static FairsharePolicy? Complete(FairsharePolicy? policy) => policy is null ? null : new FairsharePolicy
    {
        ComputeReservation = policy.ComputeReservation ?? 0,
        ShareDecaySeconds = policy.ShareDecaySeconds ?? 0,
        ShareDistribution = policy.ShareDistribution ?? [],
    };

    private static void CheckEntry(ShareAttributes share)
    {
        var identifier = share.ShareIdentifier ?? "";
        CheckShare(identifier.EndsWith('*') && identifier.Length > 1 ? identifier[..^1] : identifier);
        if (share.WeightFactor is { } weight && !(weight >= LeastWeight && weight <= MostWeight))
            throw BatchErrors.Executing($"weightFactor must be between {LeastWeight} and {MostWeight}; it is {weight}");
    }

    private static bool Overlap(string one, string other) => (one.EndsWith('*'), other.EndsWith('*')) switch
    {
        (false, false) => one == other,
        (true, false) => other.StartsWith(one[..^1], StringComparison.Ordinal),
        (false, true) => one.StartsWith(other[..^1], StringComparison.Ordinal),
        _ => one.StartsWith(other[..^1], StringComparison.Ordinal) || other.StartsWith(one[..^1], StringComparison.Ordinal),
    };
}
