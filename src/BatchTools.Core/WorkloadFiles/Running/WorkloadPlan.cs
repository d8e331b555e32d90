using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>What a file needs at a connection before its jobs can be submitted.</summary>
internal sealed record WorkloadPlan
{
    /// <summary>The compute environments to create.</summary>
    public List<FileItem<CreateComputeEnvironmentRequest>> ComputeEnvironments { get; } = [];

    /// <summary>The queues to create.</summary>
    public List<FileItem<CreateJobQueueRequest>> JobQueues { get; } = [];

    /// <summary>The definitions to register.</summary>
    public List<FileItem<RegisterJobDefinitionRequest>> JobDefinitions { get; } = [];

    /// <summary>Whether nothing is missing.</summary>
    public bool IsEmpty => ComputeEnvironments.Count + JobQueues.Count + JobDefinitions.Count == 0;

    /// <summary>The definitions, as steps name them, that have no single container and so take no variables.</summary>
    public HashSet<string> WithoutContainer { get; } = new(StringComparer.Ordinal);
}
