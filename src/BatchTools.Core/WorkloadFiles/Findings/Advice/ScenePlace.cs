namespace BatchTools.WorkloadFiles;

/// <summary>An environment that jobs may run on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">EC2, SPOT, FARGATE or FARGATE_SPOT; null for one that AWS Batch does not manage.</param>
/// <param name="MaxVcpus">The most vCPUs that it grows to; null where that is not known.</param>
internal sealed record ScenePlace(string Name, string? Type, int? MaxVcpus)
{
    /// <summary>Whether its hosts may be taken back.</summary>
    public bool IsSpot => Type is "SPOT" or "FARGATE_SPOT";

    /// <summary>Whether it is on Fargate.</summary>
    public bool IsFargate => Type is "FARGATE" or "FARGATE_SPOT";
}
