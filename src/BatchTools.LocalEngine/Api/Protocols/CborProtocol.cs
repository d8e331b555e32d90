using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>The protocol <c>smithy-rpc-v2-cbor</c>: the path names the operation, and bodies are CBOR.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
/// <param name="service">The service's name in paths.</param>
/// <param name="shapes">The service's shapes.</param>
internal sealed class CborProtocol(string validationError, string service, WireShapes shapes) : ServerProtocol(validationError)
{
    private const string Spoken = "rpc-v2-cbor";

    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ContentType => "application/cbor";

    /// <inheritdoc/>
    public override bool Speaks(ServiceRequest request) => request.Headers.TryGetValue("Smithy-Protocol", out var protocol) && protocol == Spoken;

    /// <inheritdoc/>
    public override OperationRoute<TApi> Find<TApi>(
        ServiceRequest request, IReadOnlyDictionary<string, OperationRoute<TApi>> routes, out IReadOnlyDictionary<string, string> labels)
    {
        labels = NoLabels;
        var prefix = $"/service/{service}/operation/";
        return request.Method == "POST" && request.RawPath.StartsWith(prefix, StringComparison.Ordinal) && routes.TryGetValue(request.RawPath[prefix.Length..], out var route)
            ? route
            : throw ServiceError.UnknownOperation($"No operation is {request.Method} {Shortened.Text(request.RawPath)}.", 404);
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ToJson(ServiceRequest request, string operation) =>
        request.Body.IsEmpty ? request.Body : OperationCall.Json(writer => CborReader.Read(request.Body.Span, writer));

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> json, string operation)
    {
        using var answer = JsonDocument.Parse(json);
        return CborWriter.Write(answer.RootElement, shapes.Response(operation), shapes);
    }

    /// <inheritdoc/>
    public override ServiceReply Fail(ServiceError error)
    {
        var shape = WireShape.Structure("Error", [new("__type", "__type", "Text"), new("message", "message", "Text")]);
        using var json = JsonDocument.Parse(ErrorJson(error, withType: true));
        var body = CborWriter.Write(json.RootElement, shape, new WireShapes([WireShape.Leaf("Text", WireKind.Text)], []));
        return new(error.Status, ContentType, body, error.Type, shapes.QueryCode(error.Type));
    }
}
