namespace BatchTools;

/// <summary>Which resources of an account go into a workload file: by name, with wildcards. Where nothing is named, all do.</summary>
public sealed record ExportSelection
{
    /// <summary>The queues; their environments and policies come along.</summary>
    public IReadOnlyList<string> JobQueues { get; init; } = [];

    /// <summary>The compute environments.</summary>
    public IReadOnlyList<string> ComputeEnvironments { get; init; } = [];

    /// <summary>The job definitions, the latest active revision of each; <c>name:revision</c> names another.</summary>
    public IReadOnlyList<string> JobDefinitions { get; init; } = [];

    /// <summary>Whether nothing is named.</summary>
    internal bool IsEmpty => JobQueues.Count + ComputeEnvironments.Count + JobDefinitions.Count == 0;
}
