namespace BatchTools;

/// <summary>The condition of a queue or a compute environment.</summary>
public enum ResourceStatus
{
    /// <summary>A condition that this version does not know.</summary>
    UNKNOWN,

    /// <summary>Is being created.</summary>
    CREATING,

    /// <summary>Is being changed.</summary>
    UPDATING,

    /// <summary>Is being deleted.</summary>
    DELETING,

    /// <summary>Was deleted.</summary>
    DELETED,

    /// <summary>Is ready for work.</summary>
    VALID,

    /// <summary>Cannot work; the status reason tells why.</summary>
    INVALID,
}
