using System.Globalization;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>The filter of ListJobs. There can be one; all but SHARE_IDENTIFIER look at jobs of every status.</summary>
/// <param name="Matches">Whether a job is meant.</param>
/// <param name="IsOfStatus">The request's status counts beside it.</param>
internal sealed record JobFilter(Func<Job, bool> Matches, bool IsOfStatus = false)
{
    /// <summary>Reads the filter.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="ServiceError">ClientException: it is not one that AWS has, or its value is not of its kind.</exception>
    public static JobFilter? Read(List<KeyValuesPair>? filters)
    {
        if (filters is null or [])
            return null;
        if (filters.Count > 1)
            throw BatchErrors.Executing("Only one filter can be used at a time");
        if (filters[0].Values is not { Count: > 0 } values)
            throw BatchErrors.Executing($"Filter {filters[0].Name} has no values");
        switch (filters[0].Name)
        {
            case "JOB_NAME":
                return new JobFilter(job => values.Exists(value => NamePatterns.Matches(job.Submission.Name, value, StringComparison.OrdinalIgnoreCase)));
            case "JOB_DEFINITION":
                return new JobFilter(job => values.Exists(value => MatchesDefinition(job.Submission.Definition, value)));
            case "BEFORE_CREATED_AT":
                var before = Time(values[0]);
                return new JobFilter(job => job.Submission.CreatedAt < before);
            case "AFTER_CREATED_AT":
                var after = Time(values[0]);
                return new JobFilter(job => job.Submission.CreatedAt > after);
            case "SHARE_IDENTIFIER":
                return new JobFilter(job => values.Contains(job.Submission.ShareIdentifier ?? ""), IsOfStatus: true);
            default:
                throw BatchErrors.Executing($"Filter {Shortened.Text(filters[0].Name ?? "")} does not exist");
        }
    }

    private static bool MatchesDefinition(JobDefinitionRevision definition, string pattern) =>
        pattern.StartsWith("arn:", StringComparison.Ordinal) ? definition.Arn == pattern : NamePatterns.Matches(definition.Name, pattern, StringComparison.Ordinal);

    private static long Time(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
        ? time
        : throw BatchErrors.Executing($"Filter value '{Shortened.Text(value)}' is no time in milliseconds");
}
