using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>A job whose log is followed, as it was last seen.</summary>
internal sealed class FollowedJob(JobReference reference, BatchConnection connection)
{
    private DateTimeOffset? _missingSince;
    private string? _counts;
    private bool _hasNews;

    /// <summary>The job as it was given.</summary>
    public JobReference Reference { get; } = reference;

    /// <summary>The connection that knows the job.</summary>
    public BatchConnection Connection { get; } = connection;

    /// <summary>The job as it was last seen; null before the first look.</summary>
    public Job? Seen { get; private set; }

    /// <summary>Its children or nodes, once it is known that it has some.</summary>
    public IReadOnlyList<FollowedJob> Parts { get; private set; } = [];

    /// <summary>Whether the job has ended, or the service forgot it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether it or one of its parts goes on.</summary>
    public bool GoesOn => !IsOver || Parts.Any(part => !part.IsOver);

    /// <summary>
    /// The jobs to look at: this one, its parts that run, and all its parts that have not ended when their counts by state
    /// have changed. So 10,000 waiting children cost one look.
    /// </summary>
    public IEnumerable<FollowedJob> Due()
    {
        if (!IsOver)
            yield return this;
        foreach (var part in Parts)
        {
            if (!part.IsOver && (_hasNews || part.Seen is { Status: JobStatus.RUNNING or JobStatus.STARTING }))
                yield return part;
        }
    }

    /// <summary>That its parts were looked at.</summary>
    public void Looked() => _hasNews = false;

    /// <summary>Takes a fresh description.</summary>
    public Job See(JobDetail detail)
    {
        _missingSince = null;
        Seen = JobMapping.ToJob(detail, Connection);
        IsOver = Seen.IsFinished;
        if (Parts.Count == 0)
            Parts = [.. LogJobs.Parts(Seen).Select(part => new FollowedJob(part, Connection))];

        // The nodes of a multi-node job are not counted; they are looked at whenever it is.
        var counts = Seen.NodeCount is null ? $"{Seen.Status} {string.Join(',', Seen.StatusSummary.OrderBy(one => one.Key))}" : null;
        _hasNews |= Parts.Count > 0 && (counts is null || counts != _counts);
        _counts = counts;
        return Seen;
    }

    /// <summary>Takes that the service does not know the job; true if that has been so for too long.</summary>
    public bool Miss(DateTimeOffset now)
    {
        _missingSince ??= now;
        return IsOver = now - _missingSince >= Connection.Intervals.MissingAfter;
    }

    /// <summary>Takes the job as it was kept by who asks, for the service has forgotten it.</summary>
    public Job SeeKept(Job kept)
    {
        IsOver = true;
        return Seen = kept;
    }
}
