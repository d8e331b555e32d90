using System.Diagnostics.CodeAnalysis;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>
/// What a body on the thread pool has to say, kept until the pipeline thread delivers it: everything in order, but of
/// progress only the latest update of each activity.
/// </summary>
internal sealed class PumpMailbox : IReporter
{
    private readonly object _gate = new();
    private readonly Queue<Action<IPipelineHost>> _messages = [];
    private readonly Dictionary<string, ProgressUpdate> _progress = [];
    private long _version;
    private bool _ended;

    /// <summary>Whether the body has ended; what it said before is in the mailbox.</summary>
    public bool Ended
    {
        get
        {
            lock (_gate)
                return _ended;
        }
    }

    /// <summary>Counts what happened, so that a wait misses nothing that came between looking and waiting.</summary>
    public long Version
    {
        get
        {
            lock (_gate)
                return _version;
        }
    }

    /// <inheritdoc/>
    public void Error(BatchException error) => Send(host => host.WriteError(error));

    /// <inheritdoc/>
    public void Warning(string message) => Send(host => host.WriteWarning(message));

    /// <inheritdoc/>
    public void Note(string message) => Send(host => host.WriteNote(message));

    /// <inheritdoc/>
    public void Verbose(string message) => Send(host => host.WriteVerbose(message));

    /// <inheritdoc/>
    public void Progress(ProgressUpdate update) => Change(() => _progress[update.Activity] = update);

    /// <summary>Puts one message in.</summary>
    public void Send(Action<IPipelineHost> message) => Change(() => _messages.Enqueue(message));

    /// <summary>Wakes a waiting pipeline thread without a message: the input has room again, or the work was cancelled.</summary>
    public void Nudge() => Change(() => { });

    /// <summary>Says that the body has ended.</summary>
    public void End() => Change(() => _ended = true);

    /// <summary>Takes the oldest message out.</summary>
    public bool TryTake([NotNullWhen(true)] out Action<IPipelineHost>? message)
    {
        lock (_gate)
            return _messages.TryDequeue(out message);
    }

    /// <summary>Takes the latest update of every activity that has one.</summary>
    /// <param name="completedOnly">Whether to take only those that are their activity's last.</param>
    public IReadOnlyList<ProgressUpdate> TakeProgress(bool completedOnly)
    {
        lock (_gate)
        {
            var taken = _progress.Values.Where(update => update.Completed || !completedOnly).ToList();
            taken.ForEach(update => _progress.Remove(update.Activity));
            return taken;
        }
    }

    /// <summary>Whether an update waits to be shown.</summary>
    public bool HasProgress
    {
        get
        {
            lock (_gate)
                return _progress.Count > 0;
        }
    }

    /// <summary>Blocks the pipeline thread until something has happened since <paramref name="seen"/>, or the time is up.</summary>
    public void Wait(long seen, TimeSpan limit)
    {
        lock (_gate)
        {
            if (_version == seen)
                Monitor.Wait(_gate, limit);
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _version++;
            Monitor.PulseAll(_gate);
        }
    }
}
