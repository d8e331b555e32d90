namespace BatchTools;

/// <summary>Whether a queue or a compute environment takes new work.</summary>
public enum ResourceState
{
    /// <summary>A state that this version does not know.</summary>
    UNKNOWN,

    /// <summary>Takes new work.</summary>
    ENABLED,

    /// <summary>Takes no new work; what is in it goes on.</summary>
    DISABLED,
}
