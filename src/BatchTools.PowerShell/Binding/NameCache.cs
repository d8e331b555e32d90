using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Binding;

/// <summary>The names that completion offers, looked up at most every five seconds a connection, and never waited for longer than half a second.</summary>
internal sealed class NameCache(Func<BatchConnection, CancellationToken, IAsyncEnumerable<Suggestion>> lookUp, TimeProvider timeProvider)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestLookUp = TimeSpan.FromSeconds(10);

    private readonly ConditionalWeakTable<BatchConnection, Entry> entries = [];

    /// <summary>The names as they are known now; a slow answer is there at the next key.</summary>
    public IReadOnlyList<Suggestion> Names(BatchConnection connection)
    {
        var entry = entries.GetValue(connection, _ => new Entry());
        if (entry.LookedUp is not { } time || timeProvider.GetElapsedTime(time) >= Freshness)
            BoundedWait.For(() => RefreshAsync(connection, entry), Patience);
        return entry.Names;
    }

    private async Task RefreshAsync(BatchConnection connection, Entry entry)
    {
        using var limit = new CancellationTokenSource(LongestLookUp, timeProvider);
        List<Suggestion> names = [];
        await foreach (var name in lookUp(connection, limit.Token).WithCancellation(limit.Token))
            names.Add(name);
        entry.Names = names;
        entry.LookedUp = timeProvider.GetTimestamp();
    }

    private sealed class Entry
    {
        public volatile IReadOnlyList<Suggestion> Names = [];

        public long? LookedUp { get; set; }
    }
}
