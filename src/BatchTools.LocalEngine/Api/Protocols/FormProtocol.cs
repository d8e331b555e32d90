using System.Text;
using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>What the protocols <c>query</c> and <c>ec2</c> have in common: a form whose field <c>Action</c> names the operation, and XML answers.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
/// <param name="xmlNamespace">The namespace of answers.</param>
/// <param name="shapes">The service's shapes.</param>
internal abstract class FormProtocol(string validationError, string xmlNamespace, WireShapes shapes) : ServerProtocol(validationError)
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ContentType => "text/xml;charset=UTF-8";

    /// <summary>The namespace of answers.</summary>
    protected string XmlNamespace { get; } = xmlNamespace;

    /// <summary>The service's shapes.</summary>
    protected WireShapes Shapes { get; } = shapes;

    /// <summary>How forms name members and lists.</summary>
    protected abstract FormStyle Style { get; }

    /// <inheritdoc/>
    public override bool Speaks(ServiceRequest request) =>
        request.Method == "GET" || (request.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith(Form, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override OperationRoute<TApi> Find<TApi>(
        ServiceRequest request, IReadOnlyDictionary<string, OperationRoute<TApi>> routes, out IReadOnlyDictionary<string, string> labels)
    {
        labels = NoLabels;
        if (Fields(request).Values("Action") is not [.., var action])
            throw new ServiceError("MissingAction", "The request must contain the parameter Action.");
        return routes.TryGetValue(action, out var route)
            ? route
            : throw new ServiceError("InvalidAction", $"The action {Shortened.Text(action)} is not valid for this web service, or the local engine does not offer it.");
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ToJson(ServiceRequest request, string operation)
    {
        var form = FormNode.Parse(Fields(request));
        var reader = new FormReader(Shapes, Style, ValidationError);
        return OperationCall.Json(writer => reader.Write(writer, form, Shapes.Request(operation)));
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> json, string operation)
    {
        using var answer = JsonDocument.Parse(json);
        return XmlBody.Write(xml => WriteAnswer(new XmlAnswer(xml, Shapes), operation, answer.RootElement));
    }

    /// <inheritdoc/>
    public override ServiceReply Fail(ServiceError error)
    {
        var code = error.Type == "SerializationException" ? "MalformedInput" : Shapes.QueryCode(error.Type);
        return new(error.Status, ContentType, XmlBody.Write(xml => WriteError(new XmlAnswer(xml, Shapes), code, error.Message)), error.Type);
    }

    /// <summary>Writes an answer's document.</summary>
    protected abstract void WriteAnswer(XmlAnswer xml, string operation, JsonElement answer);

    /// <summary>Writes an error's document.</summary>
    protected abstract void WriteError(XmlAnswer xml, string code, string message);

    private static QueryString Fields(ServiceRequest request) =>
        QueryString.Parse(request.Method == "GET" ? request.RawQuery : Encoding.Latin1.GetString(request.Body.Span));
}
