namespace BatchTools;

/// <summary>
/// Lets status calls of a connection go before its submissions: while the service throttles one, no submission takes up the
/// calls that the account is granted.
/// </summary>
internal sealed class StatusFirst
{
    private readonly object _gate = new();
    private TaskCompletionSource? _free;
    private int _waiting;

    /// <summary>A status call was throttled and waits to be made again. Submissions go on when what is given is disposed.</summary>
    public IDisposable Wait()
    {
        lock (_gate)
        {
            if (_waiting++ == 0)
                _free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return new Turn(this);
    }

    /// <summary>Waits until no status call waits.</summary>
    public Task FreeAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _free?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_waiting > 0)
                return;
            _free?.SetResult();
            _free = null;
        }
    }

    private sealed class Turn(StatusFirst calls) : IDisposable
    {
        public void Dispose() => calls.Leave();
    }
}
