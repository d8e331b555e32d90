using System.Buffers;
using System.Text.Json;
using BatchTools.LocalEngine;
using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BatchTools.Cli.Serving;

/// <summary>Hands each request of the web server to the engine, byte for byte as it was signed, and its answer back.</summary>
internal sealed class RequestBridge(Engine engine)
{
    public async Task AnswerAsync(HttpContext context)
    {
        if (RequestGuard.Refusal(context.Request.Host.Value, context.Request.Headers.Origin, context.Connection.LocalPort) is { } refusal)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "AccessDeniedException", refusal);
            return;
        }
        ReadOnlyMemory<byte> body;
        try
        {
            body = await ReadBodyAsync(context);
        }
        catch (BadHttpRequestException exception)
        {
            // Too large, cut off, or wrongly framed; Kestrel has the status.
            await RefuseAsync(context, exception.StatusCode, "SerializationException", exception.Message);
            return;
        }
        var request = new EngineRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            [.. from header in context.Request.Headers from value in header.Value select KeyValuePair.Create(header.Key, value ?? "")],
            body);
        EngineResponse answer;
        try
        {
            answer = await engine.HandleAsync(request, context.RequestAborted);
        }
        catch (LostReplyException)
        {
            context.Abort();
            return;
        }
        await WriteAsync(context, answer);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.GetMemory(4096), context.RequestAborted)) > 0)
            buffer.Advance(read);
        return buffer.WrittenMemory;
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.Headers.Connection = "close";
        return WriteAsync(context, new EngineResponse(
            status,
            [KeyValuePair.Create("Content-Type", "application/json"), KeyValuePair.Create("x-amzn-ErrorType", type)],
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["message"] = message })));
    }

    private static async Task WriteAsync(HttpContext context, EngineResponse answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers.Append(name, value);
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
