using System.Buffers;
using System.Net;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.LocalEngine.Api;

/// <summary>Carries HTTP messages to an engine in the same process, without a socket.</summary>
internal sealed class InProcessHandler(LocalEngine engine) : HttpMessageHandler
{
    private const int LeastRead = 4096;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var body = await ReadBodyAsync(request.Content, cancellationToken);
        var response = body is null
            ? EngineRouter.Refuse(413, "RequestEntityTooLarge", $"The body has more than {LocalEngine.MaximumBodyBytes} bytes.")
            : await AnswerAsync(new EngineRequest(request.Method.Method, address.PathAndQuery, Headers(request, address), body.Value), cancellationToken);
        return ToMessage(response, request);
    }

    private async Task<EngineResponse> AnswerAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.HandleAsync(request, cancellationToken);
        }
        catch (LostReplyException e)
        {
            // What a client over a socket would see of a connection that is closed before the answer.
            throw new HttpRequestException(HttpRequestError.ResponseEnded, e.Message, e);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
            return ReadOnlyMemory<byte>.Empty;
        var length = content.Headers.ContentLength ?? 0;
        if (length > LocalEngine.MaximumBodyBytes)
            return null;
        // One more than the length: the end is seen without more room.
        var body = new ArrayBufferWriter<byte>((int)length + 1);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        int count;
        while ((count = await stream.ReadAsync(body.GetMemory(body.FreeCapacity > 0 ? 0 : LeastRead), cancellationToken)) > 0)
        {
            body.Advance(count);
            if (body.WrittenCount > LocalEngine.MaximumBodyBytes)
                return null;
        }

        return body.WrittenMemory;
    }

    private static List<KeyValuePair<string, string>> Headers(HttpRequestMessage request, Uri address)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in request.Headers.NonValidated)
            headers.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        if (request.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated)
                headers.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        }

        if (request.Headers.Host is null)
            headers.Add(new("Host", address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}"));
        return headers;
    }

    private static HttpResponseMessage ToMessage(EngineResponse response, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(response.Body),
        };
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
