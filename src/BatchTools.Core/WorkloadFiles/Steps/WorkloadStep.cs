using System.Text.Json;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>A job or a sweep of a workload file.</summary>
internal sealed record WorkloadStep
{
    /// <summary>The name by which other steps refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The request of the job, or what the sweep's jobs share.</summary>
    public required JobRequest Job { get; init; }

    /// <summary>The sweep; null for a job.</summary>
    public SweepDefinition? Sweep { get; init; }

    /// <summary>How many of the sweep's jobs may be unfinished at a time; null: all.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>What the step waits for.</summary>
    public IReadOnlyList<StepDependency> DependsOn { get; init; } = [];

    /// <summary>What the file says of it.</summary>
    public required SourceObject Source { get; init; }

    /// <summary>The place of the step in the file.</summary>
    public string Where => Source.Where;

    /// <summary>The place of the queue's name in the file.</summary>
    public required string QueueWhere { get; init; }

    /// <summary>The place of the definition's name in the file.</summary>
    public required string DefinitionWhere { get; init; }

    /// <summary>How many jobs it asks for; an array job counts as one.</summary>
    public long JobCount => Sweep?.PointCount ?? 1;

    /// <summary>The children of its job, or of each of its jobs, if they are arrays.</summary>
    public long? ArraySize => (Job.Overrides.GetValueOrDefault("arrayProperties") as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("size") as long?;

    /// <summary>Whether the client holds it back until what it waits for has ended: the service itself knows only of success.</summary>
    public bool IsHeld => DependsOn.Any(dependency => dependency.After != StepCondition.Ok);

    /// <summary>The requests of its jobs, each made when it is asked for.</summary>
    /// <param name="dependencies">The jobs that they wait for.</param>
    /// <param name="hasContainer">Whether the definition is one of a single container, which takes variables.</param>
    public IEnumerable<JobRequest> Requests(StepDependencies dependencies, bool hasContainer)
    {
        var job = dependencies.Complete(Job);
        return Sweep is null
            ? [dependencies.Complete(job, 0)]
            : BatchTools.Sweep.Expand(Sweep).Select((point, index) => dependencies.Complete(point.ToRequest(job, hasContainer), index));
    }

    /// <summary>The request with the longest values of every axis: if it keeps the limits of AWS Batch, all do.</summary>
    public JobRequest Heaviest() => Sweep is null
        ? Job
        : BatchTools.Sweep.Expand(Sweep with
        {
            Axes = [.. Sweep.Axes.Select(axis => axis with { Values = [axis.Values.MaxBy(value => JsonEncodedText.Encode(SweepValue.Text(value)).EncodedUtf8Bytes.Length)!] })],
        }).Single().ToRequest(Job);
}
