using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>What a workload file holds, as objects.</summary>
public sealed record WorkloadContent
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the workload.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters that the file declares.</summary>
    public IReadOnlyList<WorkloadParameter> Parameters { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The values of the parameters that the file was read with, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameter => Parameters.Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!);

    /// <summary>The scheduling policies, in the file's order.</summary>
    public IReadOnlyList<WorkloadResource> SchedulingPolicies { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The consumable resources, in the file's order.</summary>
    public IReadOnlyList<WorkloadResource> ConsumableResources { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The compute environments, in the file's order.</summary>
    public IReadOnlyList<WorkloadResource> ComputeEnvironments { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The job queues, in the file's order.</summary>
    public IReadOnlyList<WorkloadResource> JobQueues { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The job definitions, in the file's order.</summary>
    public IReadOnlyList<WorkloadResource> JobDefinitions { get; init => field = Indexable.Of(value); } = [];

    /// <summary>
    /// The jobs, each after those that it waits for. What one waits for by the name of an earlier job stays that name, as <c>${name}</c>:
    /// ids are there only when the file is run.
    /// </summary>
    public IReadOnlyList<JobRequest> Jobs { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The sweeps, each after those that it waits for.</summary>
    public IReadOnlyList<WorkloadSweep> Sweeps { get; init => field = Indexable.Of(value); } = [];

    /// <summary>How many jobs the file asks for; an array job counts as one.</summary>
    public long JobCount => Jobs.Count + Sweeps.Sum(sweep => sweep.JobCount);

    /// <summary>The content of a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The content.</returns>
    public static WorkloadContent Of(WorkloadFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new()
        {
            Path = file.Path,
            Name = file.Name,
            Parameters = file.Parameters,
            SchedulingPolicies = Resources("scheduling policy", file.SchedulingPolicies),
            ConsumableResources = Resources("consumable resource", file.ConsumableResources),
            ComputeEnvironments = Resources(EnvironmentSection.Name, file.ComputeEnvironments),
            JobQueues = Resources(QueueSection.Name, file.JobQueues),
            JobDefinitions = Resources(DefinitionSection.Name, file.JobDefinitions),
            // Arrays, as PowerShell can not index other lists that have no public class.
            Jobs = file.Steps.Where(step => step.Sweep is null).Select(step => WithNames(step.Job, step)).ToArray(),
            Sweeps = file.Steps.Where(step => step.Sweep is not null).Select(Sweep).ToArray(),
        };
    }

    /// <summary>Gives the name of the workload.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static WorkloadResource[] Resources<T>(string kind, IReadOnlyList<FileItem<T>> items)
        where T : class =>
        [.. items.Select(item => new WorkloadResource { Kind = kind, Name = item.Name, Request = ShapeWriter.ToPlainData(item.Request), Place = item.Where })];

    private static WorkloadSweep Sweep(WorkloadStep step) => new()
    {
        Name = step.Name,
        JobCount = step.JobCount,
        MaxConcurrent = step.MaxConcurrent,
        DependsOn = Names(step),
        Points = BatchTools.Sweep.Expand(step.Sweep!),
        Jobs = BatchTools.Sweep.Expand(step.Sweep!).Select(point => point.ToRequest(WithNames(step.Job, step))),
        Place = step.Where,
    };

    private static JobRequest WithNames(JobRequest job, WorkloadStep step) => step.DependsOn.Count == 0 ? job : job with { DependsOn = Names(step) };

    private static string[] Names(WorkloadStep step) => [.. step.DependsOn.Select(one => one.Step is { } name ? $"${{{name}}}" : one.JobId).OfType<string>()];
}
