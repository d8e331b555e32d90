using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>A job under watch, as it was last seen.</summary>
internal sealed class WatchedJob(JobReference reference, BatchConnection connection)
{
    private string? _status;
    private Dictionary<string, int>? _summary;
    private DateTimeOffset? _missingSince;

    /// <summary>The job as it was given.</summary>
    public JobReference Reference { get; } = reference;

    /// <summary>The connection that knows the job.</summary>
    public BatchConnection Connection { get; } = connection;

    /// <summary>The job at its last change.</summary>
    public Job? Seen { get; private set; } = reference.Job;

    /// <summary>Takes a fresh description; true if it brings news, which is then in <see cref="Seen"/>.</summary>
    public bool See(JobDetail detail)
    {
        _missingSince = null;
        var counts = detail.ArrayProperties?.StatusSummary;
        if (_status == detail.Status?.Value && SameCounts(_summary, counts))
            return false;
        _status = detail.Status?.Value;
        _summary = counts;
        Seen = JobMapping.ToJob(detail, Connection);
        return true;
    }

    /// <summary>Takes that the service does not know the job; true if that has been so for too long.</summary>
    public bool Miss(DateTimeOffset now, TimeSpan bound)
    {
        _missingSince ??= now;
        return now - _missingSince >= bound;
    }

    private static bool SameCounts(Dictionary<string, int>? one, Dictionary<string, int>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0) &&
        (one is null || one.All(pair => other!.TryGetValue(pair.Key, out var count) && count == pair.Value));
}
