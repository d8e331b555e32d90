namespace BatchTools;

/// <summary>The streams that are followed: read in turn, a few at a time, and brought into the order of time.</summary>
internal sealed class FollowedStreams(BatchConnection home, IReporter reporter, LogOptions options)
{
    private const int ReadsAtATime = 8;
    private const int ReadsInARow = 64;
    private const int LinesInAll = 50_000;
    private const int FewestLines = 500;
    private const int FailuresInARow = 10;

    private readonly LogProblems _problems = new(reporter);
    private readonly LogWindow _window = new(home.Intervals.Logs.Window);
    private readonly HashSet<(BatchConnection, string)> _quiet = [];
    private readonly Dictionary<(BatchConnection, string Group, string Name), FollowedStream> _streams = [];
    private readonly List<FollowedStream> _going = [];

    /// <summary>Whether all streams are read to the end.</summary>
    public bool AreOver => _going.Count == 0;

    /// <summary>When a stream is to be read again, or a line goes out.</summary>
    public DateTimeOffset Due => Min(_window.Due, _going.Count > 0 ? _going.Min(stream => stream.Due) : DateTimeOffset.MaxValue);

    /// <summary>Takes a job as it is now: its new streams are followed, its ended ones come to their end.</summary>
    public void See(Job job)
    {
        var now = home.TimeProvider.GetUtcNow();
        foreach (var stream in StreamsOf(job))
        {
            var key = (job.Connection, stream.Group, stream.Name);
            if (_streams.TryGetValue(key, out var known))
                continue;
            stream.Place = _streams.Count;
            _going.Add(_streams[key] = known = new FollowedStream(stream, options));
        }

        foreach (var stream in _going.Where(stream => stream.Stream.Job.JobId == job.JobId && stream.Stream.Job.Connection == job.Connection))
            stream.See(job, now);
    }

    /// <summary>Reads the streams whose time it is.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var due = _going.Where(stream => stream.Due <= home.TimeProvider.GetUtcNow()).OrderBy(stream => stream.Due).Take(ReadsInARow).ToArray();
        // Old lines of many streams come in small parts, so that they can be put in order without holding all of them.
        var limit = Math.Clamp(LinesInAll / Math.Max(1, _going.Count), FewestLines, LogCursor.MostInOnePage);
        var readings = due.ToStreamAsync(cancellationToken).SelectInOrderAsync(ReadsAtATime, (stream, token) => TryReadAsync(stream, limit, token), cancellationToken);
        await foreach (var (stream, page) in readings)
        {
            if (page is { Events.Count: > 0 })
                _window.Add(stream.Stream.Place, page.Events, home.TimeProvider.GetUtcNow());
        }

        _going.RemoveAll(stream => stream.IsOver);
    }

    /// <summary>The lines whose turn it is.</summary>
    /// <param name="all">Whether nothing more comes.</param>
    public IReadOnlyList<JobLogEvent> Take(bool all)
    {
        // A stream of which more is to be read at once could still give earlier lines than others have given.
        var heldBack = _going.Where(stream => stream.HasMore).Select(stream => stream.Latest).DefaultIfEmpty(long.MaxValue).Min();
        return _window.Take(all ? DateTimeOffset.MaxValue : home.TimeProvider.GetUtcNow(), heldBack);
    }

    private async Task<(FollowedStream Stream, LogPage? Page)> TryReadAsync(FollowedStream stream, int limit, CancellationToken cancellationToken)
    {
        var began = home.TimeProvider.GetUtcNow();
        try
        {
            var page = await stream.ReadAsync(limit, cancellationToken);
            stream.Took(page, began, home.TimeProvider.GetUtcNow());
            return (stream, page);
        }
        catch (BatchException error) when (LogProblems.IsMissing(error))
        {
            // A stream is made with its first line; that of a running job may still come.
            if (stream.Missed(began, home.TimeProvider.GetUtcNow()))
                _problems.Missing(stream.Stream with { Job = stream.Job }, error);
        }
        catch (BatchException error) when (LogProblems.IsOfOneLog(error))
        {
            stream.Failed(home.TimeProvider.GetUtcNow());
            var isPassing = error.Kind is ErrorKind.Unavailable or ErrorKind.Timeout or ErrorKind.Throttled;
            stream.IsOver = !isPassing || stream.Failures >= FailuresInARow;
            if (stream.IsOver)
                _problems.Unreadable(stream.Job, error);
        }

        return (stream, null);
    }

    private IReadOnlyList<LogStream> StreamsOf(Job job)
    {
        try
        {
            // Only a job that has ended is known to have no log.
            if (job.IsFinished && _quiet.Add((job.Connection, job.JobId)))
                _problems.WithoutStream(job, LogStream.Wanted(job, options));
            return LogStream.Of(job, options);
        }
        catch (BatchException error) when (error.ErrorId is nameof(Messages.AttemptNotFound) or nameof(Messages.ContainerNotFound))
        {
            // An attempt that is asked for may still come.
            if (job.IsFinished)
                reporter.Error(error);
            return [];
        }
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
