namespace BatchTools;

/// <summary>The tags that BatchTools gives to jobs.</summary>
internal static class BatchTags
{
    /// <summary>The name of the job's workload.</summary>
    public const string Workload = "batchtools:workload";

    /// <summary>The place of the job's point in its sweep.</summary>
    public const string Point = "batchtools:point";
}
