namespace BatchTools;

/// <summary>Tells how far a submission is.</summary>
internal sealed class SubmitProgress(IReporter reporter, int? expected)
{
    private const string Activity = "Submitting jobs";

    private int _submitted;

    /// <summary>Counts one more job.</summary>
    public void Submitted()
    {
        _submitted++;
        reporter.Progress(new ProgressUpdate(Activity, Status(), expected is > 0 ? Math.Min(1, (double)_submitted / expected.Value) : null));
    }

    /// <summary>Ends the activity.</summary>
    public void Complete()
    {
        if (_submitted > 0)
            reporter.Progress(new ProgressUpdate(Activity, Status(), 1, TimeSpan.Zero, Completed: true));
    }

    private string Status() => expected is { } all ? $"{_submitted} of {all}" : $"{_submitted}";
}
