namespace BatchTools;

/// <summary>A sweep as a workload file describes it.</summary>
public sealed record WorkloadSweep
{
    /// <summary>The name of the sweep.</summary>
    public required string Name { get; init; }

    /// <summary>How many jobs it has.</summary>
    public required long JobCount { get; init; }

    /// <summary>How many of its jobs may be unfinished at a time; null: all.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>The jobs and sweeps of the file that it waits for, by name, and others by id.</summary>
    public IReadOnlyList<string> DependsOn { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Its points, each made when it is asked for.</summary>
    public required IEnumerable<SweepPoint> Points { get; init; }

    /// <summary>Its jobs, each made when it is asked for.</summary>
    public required IEnumerable<JobRequest> Jobs { get; init; }

    /// <summary>Its place in the file, as <c>file(line,column)</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
