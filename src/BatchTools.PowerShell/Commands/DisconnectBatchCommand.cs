using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Commands;

/// <summary>Closes a connection.</summary>
/// <remarks>
/// <para>
/// Jobs on AWS go on. The local engine that this PowerShell runs itself ends with the last connection to it: its running jobs end,
/// and start anew, where their attempts allow, when the engine is opened the next time. To let jobs outlive a PowerShell, connect
/// to an engine that <c>batchtools serve</c> runs.
/// </para>
/// <para>No other connection becomes the default one in place of the closed one; Connect-Batch makes one.</para>
/// </remarks>
/// <example>
/// <code>Disconnect-Batch</code>
/// <para>Closes the connection that was made last.</para>
/// </example>
/// <example>
/// <code>Get-BatchConnection | Disconnect-Batch</code>
/// <para>Closes every connection of this session.</para>
/// </example>
/// <seealso cref="ConnectBatchCommand"/>
/// <seealso cref="GetBatchConnectionCommand"/>
[Cmdlet(VerbsCommunications.Disconnect, "Batch", SupportsShouldProcess = true)]
[OutputType(typeof(BatchConnection))]
public sealed class DisconnectBatchCommand : StreamingCmdlet<BatchConnection, BatchConnection>
{
    /// <summary>The connections to close, or their names. Default: the one that was made last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public BatchConnection[]? Connection { get; set; }

    /// <summary>Gives the closed connections.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = BatchSession.Current;
        var connections = Connection ?? (session.Default is { } current ? [current] : []);
        if (connections.Length == 0)
            WriteError(ErrorRecords.From(BatchException.For(nameof(Messages.NotConnected), ErrorKind.NotConnected, null)));

        foreach (var connection in connections)
        {
            if (!ShouldProcess(connection.Name, "Close the connection"))
                continue;
            session.Remove(connection);
            Post(connection);
        }
    }

    private protected override async IAsyncEnumerable<BatchConnection> RunAsync(
        IAsyncEnumerable<BatchConnection> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var connection in input.WithCancellation(cancellationToken))
        {
            await connection.DisposeAsync();
            if (PassThru)
                yield return connection;
        }
    }
}
