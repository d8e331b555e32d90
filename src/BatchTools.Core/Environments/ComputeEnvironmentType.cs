namespace BatchTools;

/// <summary>Who looks after a compute environment's capacity.</summary>
public enum ComputeEnvironmentType
{
    /// <summary>A kind that this version does not know.</summary>
    UNKNOWN,

    /// <summary>AWS Batch scales it.</summary>
    MANAGED,

    /// <summary>The user scales it.</summary>
    UNMANAGED,
}
