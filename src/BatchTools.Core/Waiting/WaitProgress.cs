namespace BatchTools;

/// <summary>Tells how far a wait is: counts by state, and the time that is left at the rate so far.</summary>
internal sealed class WaitProgress(JobWatch watch, IReporter reporter, TimeProvider clock, int? expected)
{
    private const string Activity = "Waiting for jobs";

    private readonly long start = clock.GetTimestamp();
    private int finishedAtStart = -1;
    private bool reported;

    /// <summary>Tells the state of now.</summary>
    public void Report()
    {
        var tally = watch.Tally;
        var finished = tally.Finished;
        var whole = Math.Max(expected ?? 0, tally.Total);
        var known = watch.IsComplete || expected is not null;
        if (finishedAtStart < 0)
            finishedAtStart = finished;
        reported = true;
        reporter.Progress(new ProgressUpdate(
            Activity, tally.ToString(), known && whole > 0 ? (double)finished / whole : null, Left(finished, whole, known)));
    }

    /// <summary>Ends the activity.</summary>
    public void Complete()
    {
        if (reported)
            reporter.Progress(new ProgressUpdate(Activity, watch.Tally.ToString(), 1, TimeSpan.Zero, Completed: true));
    }

    // What had ended before the first look says nothing about the rate.
    private TimeSpan? Left(int finished, int whole, bool known)
    {
        var here = finished - finishedAtStart;
        return known && here > 0 ? clock.GetElapsedTime(start) * ((double)(whole - finished) / here) : null;
    }
}
