namespace BatchTools;

/// <summary>What a compute environment's capacity is made of.</summary>
public enum ComputeResourceType
{
    /// <summary>A kind that this version does not know, or none, as of an unmanaged environment.</summary>
    UNKNOWN,

    /// <summary>EC2 instances on demand.</summary>
    EC2,

    /// <summary>EC2 Spot instances.</summary>
    SPOT,

    /// <summary>Fargate.</summary>
    FARGATE,

    /// <summary>Fargate Spot.</summary>
    FARGATE_SPOT,
}
