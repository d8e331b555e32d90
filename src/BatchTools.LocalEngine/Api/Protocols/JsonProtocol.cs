using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>The protocol <c>json</c>: the header <c>X-Amz-Target</c> names the operation.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
/// <param name="targetPrefix">What stands before the operation's name.</param>
/// <param name="version">The protocol's version.</param>
internal sealed class JsonProtocol(string validationError, string targetPrefix, string version) : ServerProtocol(validationError)
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ContentType { get; } = "application/x-amz-json-" + version;

    /// <inheritdoc/>
    public override OperationRoute<TApi> Find<TApi>(
        ServiceRequest request, IReadOnlyDictionary<string, OperationRoute<TApi>> routes, out IReadOnlyDictionary<string, string> labels)
    {
        labels = NoLabels;
        if (!request.Headers.TryGetValue("X-Amz-Target", out var target))
            throw ServiceError.UnknownOperation("The header X-Amz-Target is missing.", 400);
        var dot = target.LastIndexOf('.');
        return request.Method == "POST" && dot >= 0 && target[..dot] == targetPrefix && routes.TryGetValue(target[(dot + 1)..], out var route)
            ? route
            : throw ServiceError.UnknownOperation($"No operation is {request.Method} {Shortened.Text(target)}.", 400);
    }

    /// <inheritdoc/>
    protected override void WriteError(Utf8JsonWriter writer, ServiceError error)
    {
        writer.WriteStartObject();
        writer.WriteString("__type"u8, error.Type);
        writer.WriteString("message"u8, error.Message);
        writer.WriteEndObject();
    }
}
