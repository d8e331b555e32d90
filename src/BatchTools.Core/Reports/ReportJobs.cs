namespace BatchTools;

/// <summary>The jobs of a report as its totals count them.</summary>
internal static class ReportJobs
{
    /// <summary>The jobs, of array jobs the children where these are known.</summary>
    public static IEnumerable<Job> CountedJobs(this WorkloadSummary summary)
    {
        var parents = summary.Jobs.Select(job => job.ArrayJobId).ToHashSet(StringComparer.Ordinal);
        return summary.Jobs.Where(job => !parents.Contains(job.JobId));
    }

    /// <summary>The name of a job, with the index of an array child.</summary>
    public static string NameWithIndex(this Job job) => job.ArrayIndex is { } index ? ReportText.Invariant($"{job.JobName}:{index}") : job.JobName;
}
