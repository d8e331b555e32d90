using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>A streaming cmdlet that talks to AWS Batch or to the local engine.</summary>
/// <typeparam name="TInput">One item of work.</typeparam>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class ConnectedCmdlet<TInput, TOutput> : StreamingCmdlet<TInput, TOutput>
{
    private BatchConnection? _connection;

    private protected ConnectedCmdlet()
    {
    }

    /// <summary>
    /// The connection to use, as Connect-Batch gave it, or the name of one. Default: the connection that the piped objects came
    /// from, else the one that was made last.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public BatchConnection? Connection { get; set; }

    /// <summary>The work, over the connection to use where an item does not bring its own.</summary>
    private protected abstract IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<TInput> input, IReporter reporter, CancellationToken cancellationToken);

    private protected sealed override IAsyncEnumerable<TOutput> RunAsync(
        IAsyncEnumerable<TInput> input, IReporter reporter, CancellationToken cancellationToken) =>
        RunAsync(_connection!, input, reporter, cancellationToken);

    /// <summary>The connection that the record at hand asks for: the one given, or its object's, or the session's.</summary>
    private protected BatchConnection Target
    {
        get
        {
            var target = Connection ?? BatchSession.Current.Default;
            if (target is null)
                Fail(BatchException.For(nameof(Messages.NotConnected), ErrorKind.NotConnected, null));
            return target;
        }
    }

    /// <summary>Starts the work over a connection; what was done over another one is finished first.</summary>
    private protected void StartOver(BatchConnection connection)
    {
        if (IsStarted && connection != _connection)
            Finish();
        _connection = connection;
        Start();
    }

    /// <summary>Hands an item to the work over the connection that the record asks for.</summary>
    private protected void PostToTarget(TInput item)
    {
        StartOver(Target);
        Post(item);
    }

    /// <summary>Hands an item that brings its own connection to the work.</summary>
    /// <param name="item">The item.</param>
    /// <param name="connection">The connection of the item.</param>
    private protected void Post(TInput item, BatchConnection connection)
    {
        _connection ??= connection;
        Post(item);
    }
}
