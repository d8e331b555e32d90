using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>A streaming cmdlet that talks to AWS Batch or to the local engine.</summary>
/// <typeparam name="TInput">One item of work.</typeparam>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class ConnectedCmdlet<TInput, TOutput> : StreamingCmdlet<TInput, TOutput>
{
    private BatchConnection? _resolved;

    private protected ConnectedCmdlet()
    {
    }

    /// <summary>
    /// The connection to use, as Connect-Batch gave it, or the name of one. Default: the connection that the piped objects came
    /// from, else the one that was made last.
    /// </summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public BatchConnection? Connection { get; set; }

    /// <summary>The work, over the connection to use where an item does not bring its own.</summary>
    private protected abstract IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<TInput> input, IReporter reporter, CancellationToken cancellationToken);

    private protected sealed override IAsyncEnumerable<TOutput> RunAsync(
        IAsyncEnumerable<TInput> input, IReporter reporter, CancellationToken cancellationToken) =>
        RunAsync(_resolved!, input, reporter, cancellationToken);

    /// <summary>Starts the work over the connection that was asked for.</summary>
    /// <param name="origin">The connection that the first item came from, if it tells.</param>
    private protected void Start(BatchConnection? origin)
    {
        Resolve(origin);
        Start();
    }

    /// <summary>Hands an item to the work, which starts with the first one.</summary>
    /// <param name="item">The item.</param>
    /// <param name="origin">The connection that the item came from, if it tells.</param>
    private protected void Post(TInput item, BatchConnection? origin)
    {
        Resolve(origin);
        Post(item);
    }

    private void Resolve(BatchConnection? origin)
    {
        _resolved ??= Connection ?? origin ?? BatchSession.Current.Default;
        if (_resolved is null)
            Fail(BatchException.For(nameof(Messages.NotConnected), ErrorKind.NotConnected, null));
    }
}
