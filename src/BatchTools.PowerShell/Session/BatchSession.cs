using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Session;

/// <summary>The connections of one runspace: those that Connect-Batch made, of which one is the default.</summary>
internal sealed class BatchSession
{
    private static readonly ConditionalWeakTable<Runspace, BatchSession> Sessions = [];

    private readonly object _gate = new();
    private readonly List<BatchConnection> _connections = [];
    private BatchConnection? _current;

    /// <summary>The session of the runspace of this thread, which has to be a pipeline thread.</summary>
    public static BatchSession Current => Sessions.GetValue(Runspace.DefaultRunspace, Open);

    /// <summary>The connection of those who name none; null if there is none.</summary>
    public BatchConnection? Default
    {
        get
        {
            lock (_gate)
                return _current;
        }
    }

    /// <summary>The open connections, the default one first.</summary>
    public IReadOnlyList<BatchConnection> Connections
    {
        get
        {
            lock (_gate)
                return [.. _connections.OrderByDescending(connection => connection == _current)];
        }
    }

    /// <summary>Takes a connection, new or known, and makes it the default.</summary>
    public void Use(BatchConnection connection)
    {
        lock (_gate)
        {
            if (!_connections.Contains(connection))
                _connections.Add(connection);
            _current = connection;
        }
    }

    /// <summary>
    /// Lets a connection go, which its caller disposes. Another one does not become the default in its place: what follows
    /// would go to where nobody sent it.
    /// </summary>
    public bool Remove(BatchConnection connection)
    {
        lock (_gate)
        {
            if (_current == connection)
                _current = null;
            return _connections.Remove(connection);
        }
    }

    /// <summary>Disposes every connection.</summary>
    public void Close()
    {
        foreach (var connection in Connections.Where(Remove))
            BoundedWait.For(() => connection.DisposeAsync().AsTask(), TimeSpan.FromSeconds(10));
    }

    private static BatchSession Open(Runspace runspace)
    {
        var session = new BatchSession();
        runspace.StateChanged += (_, change) =>
        {
            if (change.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken)
                session.Close();
        };
        return session;
    }
}
