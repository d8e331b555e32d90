namespace BatchTools;

/// <summary>What a run of a workload file would do.</summary>
public sealed record WorkloadOutlook
{
    /// <summary>The name of the workload.</summary>
    public required string Workload { get; init; }

    /// <summary>The resources of the file, each with what would be done with it.</summary>
    public required IReadOnlyList<ResourceChange> Resources { get; init; }

    /// <summary>The jobs and sweeps of the file, each after those that it waits for.</summary>
    public required IReadOnlyList<StepOutlook> Steps { get; init; }

    /// <summary>What the jobs that are left to submit would cost; null where that was not asked for.</summary>
    internal CostEstimate? Cost { get; init; }

    /// <summary>How many jobs are left to submit.</summary>
    public long JobsLeft => Steps.Sum(step => step.Left);

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => JobsLeft == 0 && Resources.All(one => one.Action == ResourceAction.Leave);

    /// <summary>What would be done, a line for each thing; what is left alone has none.</summary>
    /// <returns>The lines.</returns>
    public IEnumerable<string> Lines()
    {
        foreach (var resource in Resources.Where(one => one.Action != ResourceAction.Leave))
            yield return $"{resource.Action} the {resource.Kind} {resource.Name}{(resource.Differences.Count == 0 ? "" : $": {string.Join("; ", resource.Differences)}")}";
        foreach (var step in Steps.Where(step => step.Left > 0))
            yield return $"Submit {(step.IsSweep ? "the sweep" : "the job")} {step.Name}{(step.Condition is { } condition ? $", {condition}" : "")}{Count(step)}";
        foreach (var (line, name) in (Cost?.Lines() ?? []).Zip(Enumerable.Repeat("  ", int.MaxValue).Prepend("Cost: ")))
            yield return name + line;
    }

    private static string Count(StepOutlook step) => step switch
    {
        { IsSweep: false } => "",
        { Submitted: 0, JobCount: 1 } => ": 1 job",
        { Submitted: 0 } => $": {ReportText.Count(step.JobCount)} jobs",
        _ => $": {ReportText.Count(step.Left)} of {ReportText.Count(step.JobCount)} jobs; the others were submitted before",
    };
}
