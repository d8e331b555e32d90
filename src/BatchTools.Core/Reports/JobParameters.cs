namespace BatchTools;

/// <summary>The parameters of a report's jobs: those that differ from job to job, and those that are the same in all.</summary>
internal sealed class JobParameters
{
    private JobParameters(IReadOnlyList<string> varying, IReadOnlyList<KeyValuePair<string, string>> common) => (Varying, Common) = (varying, common);

    /// <summary>The names of those that differ, in the order of their first job.</summary>
    public IReadOnlyList<string> Varying { get; }

    /// <summary>Those that every job has with the same value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Common { get; }

    /// <summary>All names, in the order of their first job.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<Job> jobs) => [.. jobs.SelectMany(job => job.Parameters.Keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Looks through the jobs.</summary>
    public static JobParameters Of(IReadOnlyList<Job> jobs)
    {
        var varying = new List<string>();
        var common = new List<KeyValuePair<string, string>>();
        foreach (var name in Names(jobs))
        {
            var value = jobs[0].Parameters.GetValueOrDefault(name);
            if (jobs.Count > 1 && value is not null && jobs.All(job => job.Parameters.GetValueOrDefault(name) == value))
                common.Add(new(name, value));
            else
                varying.Add(name);
        }

        return new(varying, common);
    }
}
