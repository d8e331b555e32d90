namespace BatchTools;

/// <summary>A stream that is followed.</summary>
internal sealed class FollowedStream(LogStream stream, LogOptions options)
{
    private readonly LogCursor _cursor = LogCursor.Open(stream, options);
    private bool _isBegun;
    private TimeSpan _interval;
    private DateTimeOffset? _overSince;

    /// <summary>The stream, with its job as it was when the stream was found.</summary>
    public LogStream Stream { get; } = stream;

    /// <summary>The job as it was last seen.</summary>
    public Job Job { get; private set; } = stream.Job;

    /// <summary>When it is to be read again.</summary>
    public DateTimeOffset Due { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Whether nothing more comes of it.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether more is there to be read at once.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The time of the last line that was read, never less than one before, in ticks.</summary>
    public long Latest { get; private set; } = long.MinValue;

    /// <summary>How often it could not be read in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Takes the job as it is now.</summary>
    public void See(Job job, DateTimeOffset now)
    {
        Job = job;
        var attempt = job.Attempts.FirstOrDefault(one => one.Number == Stream.Attempt);
        if (_overSince is not null || (attempt is null && !job.IsFinished))
            return;

        // What ended long ago has nothing on its way any more; the clocks of here and there may differ by a little.
        var stopped = attempt?.StoppedAt ?? job.StoppedAt;
        _overSince = stopped is { } time && now - time.ToUniversalTime() > TimeSpan.FromMinutes(2) ? DateTimeOffset.MinValue : now;
        Due = DateTimeOffset.MinValue;
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="BatchException">The stream does not exist yet, or cannot be read.</exception>
    public async Task<LogPage> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        if (!_isBegun && options.Tail is { } count)
        {
            var last = await _cursor.TailAsync(count, cancellationToken);
            _isBegun = true;
            return new LogPage(last, null, IsEnd: false, IsFull: false);
        }

        var page = await _cursor.NextAsync(limit, cancellationToken);
        _isBegun = true;
        return page;
    }

    /// <summary>Takes the outcome of a reading that began at a time.</summary>
    public void Took(LogPage page, DateTimeOffset began, DateTimeOffset now)
    {
        Failures = 0;
        HasMore = page.IsFull || (!page.IsEnd && page.Last is null && !IsSettled(began));
        if (page.Last is { } last)
            Latest = Math.Max(Latest, last.Ticks);
        Schedule(began, now, isNews: page.Events.Count > 0, isEnd: page.IsEnd);
    }

    /// <summary>Takes that the stream does not exist; true if it never will.</summary>
    public bool Missed(DateTimeOffset began, DateTimeOffset now)
    {
        HasMore = false;
        Schedule(began, now, isNews: false, isEnd: true);
        return IsOver;
    }

    /// <summary>Takes that the stream could not be read.</summary>
    public void Failed(DateTimeOffset now)
    {
        Failures++;
        HasMore = false;
        Due = now + Intervals.Longest;
    }

    private LogIntervals Intervals => Stream.Job.Connection.Intervals.Logs;

    // Only a reading that began after the attempt's end, and after its lines had time to arrive, can be the last.
    private bool IsSettled(DateTimeOffset began) => _overSince is { } end && (end == DateTimeOffset.MinValue || began >= end + Intervals.Settling);

    private void Schedule(DateTimeOffset began, DateTimeOffset now, bool isNews, bool isEnd)
    {
        _interval = isNews || _overSince is not null || _interval == TimeSpan.Zero ? Intervals.Shortest
            : _interval * 1.5 < Intervals.Longest ? _interval * 1.5 : Intervals.Longest;
        IsOver = IsSettled(began) && isEnd;
        // At its end a log is read to the repeated token without a pause.
        Due = HasMore || (IsSettled(began) && !isEnd) ? now : now + _interval;
    }
}
