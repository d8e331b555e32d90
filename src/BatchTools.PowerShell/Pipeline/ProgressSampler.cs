namespace BatchTools.PowerShell.Pipeline;

/// <summary>Shows the latest progress of each activity, ten times a second at most, and closes what is left open at the end.</summary>
internal sealed class ProgressSampler(PumpMailbox mailbox, TimeProvider timeProvider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, ProgressUpdate> _open = [];
    private long? _shown;

    /// <summary>How long the pipeline thread may sleep before something is due.</summary>
    public TimeSpan UntilNext => mailbox.HasProgress ? Interval : _open.Count > 0 ? Refresh : Idle;

    /// <summary>Shows what is due.</summary>
    /// <param name="host">Where to show it.</param>
    /// <param name="last">Whether the body has ended, so that nothing may stay on the screen.</param>
    public void Show(IPipelineHost host, bool last)
    {
        var age = _shown is { } time ? timeProvider.GetElapsedTime(time) : TimeSpan.MaxValue;
        var updates = mailbox.TakeProgress(completedOnly: !last && age < Interval);
        foreach (var update in updates)
            Write(host, update);

        // The console draws nothing that comes within a moment of the last drawing, and never makes up for it.
        if (updates.Count == 0 && age >= Refresh)
            ShowOpen(host, completed: false);
        if (last)
            ShowOpen(host, completed: true);
    }

    private void ShowOpen(IPipelineHost host, bool completed)
    {
        foreach (var update in _open.Values.ToList())
            Write(host, update with { Completed = completed });
    }

    private void Write(IPipelineHost host, ProgressUpdate update)
    {
        _shown = timeProvider.GetTimestamp();
        if (!update.Completed)
            _open[update.Activity] = update;
        else if (!_open.Remove(update.Activity))
            return;

        host.WriteProgress(update);
    }
}
