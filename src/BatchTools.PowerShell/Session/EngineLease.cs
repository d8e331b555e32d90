namespace BatchTools.PowerShell.Session;

/// <summary>A connection's share in a local engine, given back once.</summary>
internal sealed class EngineLease(Func<ValueTask> release) : IAsyncDisposable
{
    private int _released;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _released, 1) == 0 ? release() : ValueTask.CompletedTask;
}
