namespace BatchTools.WorkloadFiles;

/// <summary>What a step waits for.</summary>
/// <param name="Step">The name of another step of the file; null where a job is named by its id.</param>
/// <param name="JobId">The id of a job; null where a step is named.</param>
/// <param name="Type">How array jobs and sweeps depend on each other: N_TO_N or SEQUENTIAL; null for whole jobs.</param>
/// <param name="After">How it must end.</param>
/// <param name="Where">The place in the file.</param>
internal sealed record StepDependency(string? Step, string? JobId, string? Type, StepCondition After, string Where)
{
    /// <summary>Whether each job of a step waits for the one of the other step at its own index.</summary>
    public bool IsPairwise => Type == "N_TO_N";
}
