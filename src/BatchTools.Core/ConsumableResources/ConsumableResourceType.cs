namespace BatchTools;

/// <summary>Whether jobs give back what they take of a consumable resource.</summary>
public enum ConsumableResourceType
{
    /// <summary>A type that this version does not know.</summary>
    UNKNOWN,

    /// <summary>A job gives back what it took when it ends: licences, slots of a file system.</summary>
    REPLENISHABLE,

    /// <summary>What a job takes is gone: tokens of a budget.</summary>
    NON_REPLENISHABLE,
}
