using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BatchTools.LocalEngine.Serving;

/// <summary>Takes requests of other processes of this machine to an engine that a program has open, on a loopback port that is free.</summary>
/// <remarks>
/// HttpListener would be the framework's own, but it answers the request after one with a wrong Host with an empty 200, cannot
/// drop a connection without an answer, and gives a slow body all the time it wants.
/// </remarks>
internal sealed class LoopbackListener : IDisposable
{
    private readonly LocalEngine _engine;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _closing = new();

    private LoopbackListener(LocalEngine engine, TcpListener listener)
    {
        (_engine, _listener) = (engine, listener);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    private int Port { get; }

    /// <summary>Begins to listen.</summary>
    /// <returns>The listener; null where this machine lets no program listen.</returns>
    public static LoopbackListener? TryStart(LocalEngine engine)
    {
        var listener = new TcpListener(IPAddress.Loopback, port: 0);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }

        return new LoopbackListener(engine, listener);
    }

    /// <summary>Listens no longer and drops the connections that are there.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var closing = _closing.Token;
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(closing), closing);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // That connection ended before it was taken.
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken closing)
    {
        await Task.Yield(); // what is there to be read at once is no reason to accept the next one later
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await new LoopbackConnection(_engine, client, Port).ServeAsync(closing);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // A reply that is to be lost, a client that has gone or is too slow, or an engine that is closed: the connection is dropped.
            }
        }
    }
}
