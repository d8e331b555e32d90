namespace BatchTools.LocalEngine.Api;

/// <summary>
/// How a service's operations and errors travel in HTTP messages. Inside the engine every request and answer is JSON; a
/// protocol of another format translates.
/// </summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
internal abstract class ServerProtocol(string validationError)
{
    /// <summary>The error type for a request that breaks the model's rules.</summary>
    public string ValidationError { get; } = validationError;

    /// <summary>The content type of answers.</summary>
    public abstract string ContentType { get; }

    /// <summary>Whether a request is of this protocol, among those that a service speaks.</summary>
    public abstract bool Speaks(ServiceRequest request);

    /// <summary>Finds the operation that a request calls.</summary>
    /// <param name="request">The request.</param>
    /// <param name="routes">The service's operations by name.</param>
    /// <param name="labels">The labels of its path, still percent-encoded.</param>
    /// <exception cref="ServiceError">UnknownOperationException or its like: none does.</exception>
    public abstract OperationRoute<TApi> Find<TApi>(
        ServiceRequest request, IReadOnlyDictionary<string, OperationRoute<TApi>> routes, out IReadOnlyDictionary<string, string> labels);

    /// <summary>A request's body as JSON.</summary>
    /// <exception cref="ServiceError">It is not of the protocol's format.</exception>
    public virtual ReadOnlyMemory<byte> ToJson(ServiceRequest request, string operation) => request.Body;

    /// <summary>An answer in the protocol's format.</summary>
    public virtual ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> json, string operation) => json;

    /// <summary>The reply that tells of an error.</summary>
    public abstract ServiceReply Fail(ServiceError error);

    /// <summary>The bytes of a JSON object with an error's type, where a body names it, and its message.</summary>
    protected static ReadOnlyMemory<byte> ErrorJson(ServiceError error, bool withType) => OperationCall.Json(writer =>
    {
        writer.WriteStartObject();
        if (withType)
            writer.WriteString("__type"u8, error.Type);
        writer.WriteString("message"u8, error.Message);
        error.WriteDetails?.Invoke(writer);
        writer.WriteEndObject();
    });
}
