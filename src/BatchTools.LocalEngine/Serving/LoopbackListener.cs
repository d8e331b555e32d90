using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using BatchTools.LocalEngine.Api;

namespace BatchTools.LocalEngine.Serving;

/// <summary>
/// Takes requests of other processes of this machine to an engine that a program has open, on a port that is free. The address's
/// own name must be the Host, and requests of web pages are refused.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int FirstPort = 49_152;
    private const int LastPort = 65_535;
    private const int MostTries = 20;

    // Windows lets everyone listen under this name, and under a number only administrators.
    private static readonly string Host = OperatingSystem.IsWindows() ? "localhost" : "127.0.0.1";

    private readonly LocalEngine _engine;
    private readonly HttpListener _listener;

    private LoopbackListener(LocalEngine engine, HttpListener listener, Uri address)
    {
        (_engine, _listener, Address) = (engine, listener, address);
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Begins to listen.</summary>
    /// <returns>The listener; null where this machine lets no program listen.</returns>
    public static LoopbackListener? TryStart(LocalEngine engine)
    {
        if (!HttpListener.IsSupported)
            return null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{RandomNumberGenerator.GetInt32(FirstPort, LastPort + 1)}/");
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return new LoopbackListener(engine, listener, new Uri(address));
            }
            catch (HttpListenerException)
            {
                listener.Close(); // the port is taken: another one
            }
        }

        return null;
    }

    public void Dispose() => _listener.Abort();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return; // it was closed
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await WriteAsync(context.Response, await HandleAsync(context.Request));
        }
        catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException)
        {
            context.Response.Abort(); // a reply that is to be lost, a client that has gone, or an engine that is closed
        }
    }

    private async Task<EngineResponse> HandleAsync(HttpListenerRequest request)
    {
        if (request.Headers["Origin"] is not null)
            return EngineRouter.Refuse(403, "AccessDeniedException", "Requests of web pages (with an Origin header) are refused.");
        if (await ReadBodyAsync(request.InputStream) is not { } body)
            return EngineRouter.Refuse(413, "RequestEntityTooLarge", $"The body has more than {LocalEngine.MaximumBodyBytes} bytes.");
        var headers = new List<KeyValuePair<string, string>>(request.Headers.Count);
        foreach (var name in request.Headers.AllKeys)
            headers.Add(new(name!, request.Headers[name]!));
        return await _engine.HandleAsync(new EngineRequest(request.HttpMethod, request.RawUrl!, headers, body), CancellationToken.None);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(Stream stream)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer)) > 0)
        {
            if (body.Length + count > LocalEngine.MaximumBodyBytes)
                return null;
            await body.WriteAsync(buffer.AsMemory(0, count));
        }

        return body.ToArray();
    }

    private static async Task WriteAsync(HttpListenerResponse response, EngineResponse answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        response.ContentLength64 = answer.Body.Length;
        await response.OutputStream.WriteAsync(answer.Body);
        response.Close();
    }
}
