using System.Globalization;

namespace BatchTools;

/// <summary>Tells how far a wait is: counts by state, and the time that is left at the rate so far.</summary>
internal sealed class WaitProgress(JobWatch watch, IReporter reporter, TimeProvider clock, int? expected)
{
    private const string Activity = "Waiting for jobs";

    private readonly long _start = clock.GetTimestamp();
    private int _finishedAtStart = -1;
    private bool _reported;

    /// <summary>Tells the state of now.</summary>
    public void Report()
    {
        var tally = watch.Tally;
        var finished = tally.Finished;
        var whole = Math.Max(expected ?? 0, tally.Total);
        var known = watch.IsComplete || expected is not null;
        if (_finishedAtStart < 0)
            _finishedAtStart = finished;
        _reported = true;
        reporter.Progress(new ProgressUpdate(
            Activity, tally + Rate(finished), known && whole > 0 ? (double)finished / whole : null, Left(finished, whole, known)));
    }

    /// <summary>Ends the activity.</summary>
    public void Complete()
    {
        if (_reported)
            reporter.Progress(new ProgressUpdate(Activity, watch.Tally.ToString(), 1, TimeSpan.Zero, Completed: true));
    }

    private string Rate(int finished)
    {
        var seconds = clock.GetElapsedTime(_start).TotalSeconds;
        var rate = seconds > 0 ? (finished - _finishedAtStart) / seconds : 0;
        return rate switch
        {
            <= 0 => "",
            >= 1 => string.Create(CultureInfo.InvariantCulture, $"; {rate:0} a second"),
            >= 1.0 / 60 => string.Create(CultureInfo.InvariantCulture, $"; {rate * 60:0} a minute"),
            _ => string.Create(CultureInfo.InvariantCulture, $"; {rate * 3600:0} an hour"),
        };
    }

    // What had ended before the first look says nothing about the rate.
    private TimeSpan? Left(int finished, int whole, bool known)
    {
        var here = finished - _finishedAtStart;
        return known && here > 0 ? clock.GetElapsedTime(_start) * ((double)(whole - finished) / here) : null;
    }
}
