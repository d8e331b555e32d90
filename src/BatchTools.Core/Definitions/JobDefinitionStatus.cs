namespace BatchTools;

/// <summary>Whether jobs can be submitted with a revision of a job definition.</summary>
public enum JobDefinitionStatus
{
    /// <summary>A status that this version does not know.</summary>
    UNKNOWN,

    /// <summary>Jobs can be submitted with it.</summary>
    ACTIVE,

    /// <summary>It was deregistered.</summary>
    INACTIVE,
}
