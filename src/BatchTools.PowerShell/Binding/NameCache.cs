using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Binding;

/// <summary>The names that completion offers, looked up at most every five seconds a connection, and never waited for longer than half a second.</summary>
internal sealed class NameCache(Func<BatchConnection, CancellationToken, IAsyncEnumerable<Suggestion>> lookUp, TimeProvider timeProvider)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestLookUp = TimeSpan.FromSeconds(10);

    /// <summary>How long a key waits for an answer.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    private readonly ConditionalWeakTable<BatchConnection, Entry> _entries = [];

    /// <summary>A cache of one suggestion for each of what is found.</summary>
    /// <param name="find">Finds what can be named.</param>
    /// <param name="suggest">What to offer for it.</param>
    public static NameCache Of<T>(Func<BatchConnection, CancellationToken, IAsyncEnumerable<T>> find, Func<T, Suggestion> suggest) =>
        new((connection, cancellationToken) => find(connection, cancellationToken).SelectAsync(suggest, cancellationToken), TimeProvider.System);

    /// <summary>The names as they are known now; a slow answer is there at a later key, and is not asked for again meanwhile.</summary>
    public IReadOnlyList<Suggestion> Names(BatchConnection connection)
    {
        var entry = _entries.GetValue(connection, _ => new Entry());
        if (!IsFresh(entry) && entry.TryBegin())
            BoundedWait.For(() => RefreshAsync(connection, entry), Patience);
        return entry.Names;
    }

    /// <summary>Whether the names of a connection were looked up within the last five seconds.</summary>
    internal bool IsFresh(BatchConnection connection) => _entries.TryGetValue(connection, out var entry) && IsFresh(entry);

    private bool IsFresh(Entry entry) => entry.LookedUp is not 0 and var time && timeProvider.GetElapsedTime(time) < Freshness;

    private async Task RefreshAsync(BatchConnection connection, Entry entry)
    {
        try
        {
            using var limit = new CancellationTokenSource(LongestLookUp, timeProvider);
            List<Suggestion> names = [];
            await foreach (var name in lookUp(connection, limit.Token).WithCancellation(limit.Token))
                names.Add(name);
            entry.Names = names;
        }
        finally
        {
            // Also after a failure: a connection that does not answer must not make each key slow.
            entry.LookedUp = timeProvider.GetTimestamp();
            entry.End();
        }
    }

    private sealed class Entry
    {
        private long _lookedUp;
        private int _busy;

        public volatile IReadOnlyList<Suggestion> Names = [];

        /// <summary>The time stamp of the last look-up; 0 before the first.</summary>
        public long LookedUp
        {
            get => Volatile.Read(ref _lookedUp);
            set => Volatile.Write(ref _lookedUp, value);
        }

        /// <summary>Takes the one place for a look-up; false while another is under way.</summary>
        public bool TryBegin() => Interlocked.Exchange(ref _busy, 1) == 0;

        /// <summary>Gives the place back.</summary>
        public void End() => Volatile.Write(ref _busy, 0);
    }
}
