using System.Globalization;
using System.Net.Sockets;
using System.Text;
using BatchTools.LocalEngine.Api;

namespace BatchTools.LocalEngine.Serving;

/// <summary>Answers the requests of one connection, one after the other.</summary>
internal sealed class LoopbackConnection(LocalEngine engine, TcpClient client, int port)
{
    // From the opening of the connection, or the answer before, until the request is there as a whole.
    private static readonly TimeSpan RequestLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    private readonly NetworkStream _stream = client.GetStream();

    /// <summary>Answers until the client closes the connection or asks for that, is too slow, or sends what is no request.</summary>
    public async Task ServeAsync(CancellationToken closing)
    {
        var reader = new RequestReader(_stream);
        while (true)
        {
            EngineRequest? request;
            using (var limit = CancellationTokenSource.CreateLinkedTokenSource(closing))
            {
                limit.CancelAfter(RequestLimit);
                try
                {
                    request = await reader.ReadAsync(limit.Token);
                }
                catch (RefusedRequestException e)
                {
                    await RefuseAsync(EngineRouter.Refuse(e.Status, e.Type, e.Message), closing);
                    return;
                }
            }

            if (request is null)
                return;
            if (RequestGuard.Refusal(Header(request, "Host"), Header(request, "Origin"), port) is { } refusal)
            {
                await RefuseAsync(EngineRouter.Refuse(403, "AccessDeniedException", refusal), closing);
                return;
            }

            var isLast = string.Equals(Header(request, "Connection"), "close", StringComparison.OrdinalIgnoreCase);
            await WriteAsync(await engine.HandleAsync(request, CancellationToken.None), isLast, closing);
            if (isLast)
                return;
        }
    }

    private static string? Header(EngineRequest request, string name) =>
        request.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    // A connection that is closed while the client still sends is reset, and the answer lost with it.
    private async Task RefuseAsync(EngineResponse answer, CancellationToken closing)
    {
        await WriteAsync(answer, isLast: true, closing);
        client.Client.Shutdown(SocketShutdown.Send);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(closing);
        limit.CancelAfter(DrainLimit);
        var rest = new byte[16 * 1024];
        while (await _stream.ReadAsync(rest, limit.Token) > 0)
        {
        }
    }

    private async Task WriteAsync(EngineResponse answer, bool isLast, CancellationToken closing)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} \r\nContent-Length: {answer.Body.Length}\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (isLast)
            head.Append("Connection: close\r\n");
        var start = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
        // In one piece, so that a short answer is one packet.
        await _stream.WriteAsync((byte[])[.. start, .. answer.Body.Span], closing);
    }
}
