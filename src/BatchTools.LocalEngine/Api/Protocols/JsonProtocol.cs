namespace BatchTools.LocalEngine.Api;

/// <summary>The protocol <c>json</c>: the header <c>X-Amz-Target</c> names the operation.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
/// <param name="targetPrefix">What stands before the operation's name.</param>
/// <param name="version">The protocol's version.</param>
/// <param name="shapes">The service's shapes, where it speaks the query protocol too: its clients ask for that protocol's error names.</param>
internal sealed class JsonProtocol(string validationError, string targetPrefix, string version, WireShapes? shapes = null) : ServerProtocol(validationError)
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ContentType { get; } = "application/x-amz-json-" + version;

    /// <inheritdoc/>
    public override bool Speaks(ServiceRequest request) => request.Headers.ContainsKey("X-Amz-Target");

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
    public override ServiceReply Fail(ServiceError error) =>
        new(error.Status, ContentType, ErrorJson(error, withType: true), error.Type, shapes?.QueryCode(error.Type));
}
