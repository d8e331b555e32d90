using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>
/// A workload as a file describes it: scheduling policies, consumable resources, compute environments, job queues, job
/// definitions, jobs and sweeps, in AWS's own shapes. What can be checked without a service is checked when it is read.
/// </summary>
public sealed class WorkloadFile
{
    internal WorkloadFile()
    {
    }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the workload: the file's own, else the name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters that the file declares, with the values that it was read with.</summary>
    public IReadOnlyList<WorkloadParameter> Parameters { get; init => field = Indexable.Of(value); } = [];

    /// <summary>How many jobs the file asks for; an array job counts as one.</summary>
    public long JobCount => Steps.Sum(step => step.JobCount);

    /// <summary>How many of the jobs may be unfinished at a time; null: all.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>What is odd in the file but not wrong: one sentence each, with its place.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The scheduling policies, in the file's order.</summary>
    internal IReadOnlyList<FileItem<CreateSchedulingPolicyRequest>> SchedulingPolicies { get; init; } = [];

    /// <summary>The consumable resources, in the file's order.</summary>
    internal IReadOnlyList<FileItem<CreateConsumableResourceRequest>> ConsumableResources { get; init; } = [];

    /// <summary>The compute environments, in the file's order.</summary>
    internal IReadOnlyList<FileItem<CreateComputeEnvironmentRequest>> ComputeEnvironments { get; init; } = [];

    /// <summary>The queues, in the file's order.</summary>
    internal IReadOnlyList<FileItem<CreateJobQueueRequest>> JobQueues { get; init; } = [];

    /// <summary>The definitions, in the file's order.</summary>
    internal IReadOnlyList<FileItem<RegisterJobDefinitionRequest>> JobDefinitions { get; init; } = [];

    /// <summary>The jobs and sweeps, each after those that it waits for.</summary>
    internal IReadOnlyList<WorkloadStep> Steps { get; init; } = [];

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file: JSON, or YAML if its name ends in .yaml or .yml.</param>
    /// <param name="parameters">The values of its parameters, by name; default: those of the file.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="BatchException">
    /// The file cannot be read, or something in it is wrong; each problem is a line of the message with its place, and the
    /// target of several is the list of them.
    /// </exception>
    public static WorkloadFile Load(string path, IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new WorkloadFileReader(path, parameters ?? new Dictionary<string, string>()).Read();
    }

    /// <summary>Gives the name of the workload.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
