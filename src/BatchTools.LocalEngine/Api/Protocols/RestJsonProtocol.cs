namespace BatchTools.LocalEngine.Api;

/// <summary>The protocol <c>rest-json</c>: an operation is a method and a path.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
internal sealed class RestJsonProtocol(string validationError) : ServerProtocol(validationError)
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ContentType => "application/json";

    /// <inheritdoc/>
    public override bool Speaks(ServiceRequest request) => true;

    /// <inheritdoc/>
    public override OperationRoute<TApi> Find<TApi>(
        ServiceRequest request, IReadOnlyDictionary<string, OperationRoute<TApi>> routes, out IReadOnlyDictionary<string, string> labels)
    {
        foreach (var route in routes.Values)
        {
            if (route.Method == request.Method && Match(route.Path, request.RawPath) is { } found)
            {
                labels = found;
                return route;
            }
        }
        throw ServiceError.UnknownOperation($"No operation is {request.Method} {Shortened.Text(request.RawPath)}.", 404);
    }

    /// <inheritdoc/>
    public override ServiceReply Fail(ServiceError error) => new(error.Status, ContentType, ErrorJson(error, withType: false), error.Type);

    /// <summary>The labels of a raw path that has a template's form, or null. A label is one segment, not empty.</summary>
    private static IReadOnlyDictionary<string, string>? Match(string template, string path)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
            return template == path ? NoLabels : null;
        var parts = template.Split('/');
        var given = path.Split('/');
        if (parts.Length != given.Length)
            return null;
        var labels = new Dictionary<string, string>();
        foreach (var (part, segment) in parts.Zip(given))
        {
            if (part.StartsWith('{') && segment.Length > 0)
                labels[part[1..^1]] = segment;
            else if (part != segment)
                return null;
        }
        return labels;
    }
}
