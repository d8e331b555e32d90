namespace BatchTools;

/// <summary>A resource that is enabled and disabled, and that takes its time to be created, changed and deleted.</summary>
internal interface ILiving : IDescribed
{
    /// <summary>The name.</summary>
    string Name { get; }

    /// <summary>Whether it takes new work.</summary>
    ResourceState State { get; }

    /// <summary>Its condition.</summary>
    ResourceStatus Status { get; }

    /// <summary>Why it is in its condition, in the service's words.</summary>
    string? StatusReason { get; }
}
