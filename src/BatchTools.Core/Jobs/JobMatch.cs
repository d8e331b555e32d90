namespace BatchTools;

/// <summary>Holds jobs against a filter's conditions.</summary>
internal sealed class JobMatch(JobFilter filter)
{
    private readonly NamePattern[] _names = [.. filter.JobNames.Select(name => new NamePattern(name))];
    private readonly NamePattern _definition = new(ArnName.Of(filter.JobDefinition));

    /// <summary>Whether an entry of a listing, which knows neither tags nor its state of tomorrow, may meet the filter.</summary>
    public bool IsCandidate(Job job) =>
        (_names.Length == 0 || _names.Any(name => name.Matches(job.JobName))) &&
        (!job.IsFinished || HasStatus(job)) &&
        (filter.ShareIdentifier is null || filter.ShareIdentifier == job.ShareIdentifier) &&
        (filter.JobDefinition is null || IsOfDefinition(job)) &&
        (filter.CreatedAfter is null || job.CreatedAt > filter.CreatedAfter) &&
        (filter.CreatedBefore is null || job.CreatedAt < filter.CreatedBefore);

    /// <summary>Whether a described job meets the filter.</summary>
    public bool IsMatch(Job job) =>
        IsCandidate(job) &&
        HasStatus(job) &&
        (filter.Workload is null || new NamePattern(filter.Workload).Matches(job.Workload ?? ""));

    private bool HasStatus(Job job) => filter.Statuses.Count == 0 || filter.Statuses.Contains(job.Status);

    private bool IsOfDefinition(Job job) =>
        _definition.Matches(job.JobDefinition) || _definition.Matches(ArnName.WithoutRevision(job.JobDefinition));
}
