using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>How a service's operations and errors travel in HTTP messages.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
internal abstract class ServerProtocol(string validationError)
{
    /// <summary>The error type for a request that breaks the model's rules.</summary>
    public string ValidationError { get; } = validationError;

    /// <summary>The content type of answers.</summary>
    public abstract string ContentType { get; }

    /// <summary>Finds the operation that a request calls.</summary>
    /// <param name="request">The request.</param>
    /// <param name="routes">The service's operations by name.</param>
    /// <param name="labels">The labels of its path, still percent-encoded.</param>
    /// <exception cref="ServiceError">UnknownOperationException: none does.</exception>
    public abstract OperationRoute<TApi> Find<TApi>(
        ServiceRequest request, IReadOnlyDictionary<string, OperationRoute<TApi>> routes, out IReadOnlyDictionary<string, string> labels);

    /// <summary>The reply that tells of an error.</summary>
    public ServiceReply Fail(ServiceError error) =>
        new(error.Status, ContentType, OperationCall.Json(writer => WriteError(writer, error)), error.Type);

    /// <summary>Writes an error's body.</summary>
    protected abstract void WriteError(Utf8JsonWriter writer, ServiceError error);
}
