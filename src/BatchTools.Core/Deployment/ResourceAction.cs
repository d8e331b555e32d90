namespace BatchTools;

/// <summary>What a file asks to do with a resource, held against what exists.</summary>
public enum ResourceAction
{
    /// <summary>It does not exist, and is created.</summary>
    Create,

    /// <summary>It differs from the file, and is changed.</summary>
    Change,

    /// <summary>It is as the file says, and is left alone.</summary>
    Leave,

    /// <summary>It is removed.</summary>
    Remove,
}
