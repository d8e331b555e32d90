namespace BatchTools;

/// <summary>The tags by which jobs are found again.</summary>
internal static class WorkloadTags
{
    /// <summary>The name of the workload that a job belongs to.</summary>
    public const string Workload = "batchtools:workload";

    /// <summary>The index of the sweep point that a job computes.</summary>
    public const string Point = "batchtools:point";

    /// <summary>The id of the failed job that a job is submitted again for.</summary>
    public const string RestartOf = "batchtools:restart-of";

    /// <summary>What a job was held back for until it had ended, as a hash of the ids.</summary>
    public const string After = "batchtools:after";

    /// <summary>Marks a job that does nothing but wait for others, as a job can wait for 20 at most.</summary>
    public const string FanIn = "batchtools:fan-in";

    /// <summary>The key of the submission that the job came from: by it a job is found whose answer got lost.</summary>
    public const string Key = "batchtools:key";
}
