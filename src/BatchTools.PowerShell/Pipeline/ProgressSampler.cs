namespace BatchTools.PowerShell.Pipeline;

/// <summary>Shows the latest progress of each activity, ten times a second at most, and closes what is left open at the end.</summary>
internal sealed class ProgressSampler(PumpMailbox mailbox, TimeProvider timeProvider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, ProgressUpdate> _open = [];
    private long? _shown;

    /// <summary>How long the pipeline thread may sleep before an update is due.</summary>
    public TimeSpan UntilNext => mailbox.HasProgress ? Interval : Idle;

    /// <summary>Shows what is due.</summary>
    /// <param name="host">Where to show it.</param>
    /// <param name="last">Whether the body has ended, so that nothing may stay on the screen.</param>
    public void Show(IPipelineHost host, bool last)
    {
        var due = last || _shown is not { } time || timeProvider.GetElapsedTime(time) >= Interval;
        foreach (var update in mailbox.TakeProgress(completedOnly: !due))
        {
            _shown = timeProvider.GetTimestamp();
            Write(host, update);
        }

        if (!last)
            return;
        foreach (var update in _open.Values.ToList())
            Write(host, update with { Completed = true });
    }

    private void Write(IPipelineHost host, ProgressUpdate update)
    {
        if (update.Completed)
        {
            if (!_open.Remove(update.Activity))
                return;
        }
        else
        {
            _open[update.Activity] = update;
        }

        host.WriteProgress(update);
    }
}
