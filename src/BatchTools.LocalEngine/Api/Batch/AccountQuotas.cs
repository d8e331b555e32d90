namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>How many resources of a kind an account has in a Region at most, by AWS Batch's own table of quotas.</summary>
internal static class AccountQuotas
{
    public const int ComputeEnvironments = 50;
    public const int JobQueues = 50;
    public const int ServiceEnvironments = 50;
    public const int ConsumableResources = 50_000;
    public const int QuotaSharesOfQueue = 20;

    /// <summary>Throws where one more would be too many.</summary>
    /// <param name="existing">How many there are.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="what">What they are called in the error.</param>
    public static void CheckRoom(int existing, int most, string what)
    {
        if (existing >= most)
            throw BatchErrors.Executing($"Maximum number of {what} supported is {most}");
    }
}
