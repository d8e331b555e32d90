using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>An error that the client is told about, in AWS's form.</summary>
/// <param name="type">The error's type, such as <c>ClientException</c>.</param>
/// <param name="message">The text for the caller.</param>
/// <param name="status">The HTTP status; 4xx where the client is at fault, for SDKs send 5xx again.</param>
internal sealed class ServiceError(string type, string message, int status = 400) : Exception(message)
{
    /// <summary>The error's type, such as <c>ClientException</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Writes members of the error's body besides its type and message, in protocols of JSON.</summary>
    public Action<Utf8JsonWriter>? WriteDetails { get; init; }

    /// <summary>Batch's error for a client's fault.</summary>
    public static ServiceError Client(string message) => new("ClientException", message);

    /// <summary>CloudWatch Logs' error for a parameter that is wrong.</summary>
    public static ServiceError InvalidParameter(string message) => new("InvalidParameterException", message);

    /// <summary>CloudWatch Logs' error for something that is not there.</summary>
    public static ServiceError ResourceNotFound(string message) => new("ResourceNotFoundException", message);

    /// <summary>The error for an operation that AWS has and this engine does not offer.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="type">The service's error type for a client's fault.</param>
    public static ServiceError NotOffered(string operation, string type = "ClientException") =>
        new(type, $"The local engine does not offer {operation}.");

    /// <summary>The error for a request that names no operation of the service.</summary>
    public static ServiceError UnknownOperation(string message, int status) => new("UnknownOperationException", message, status);

    /// <summary>The error for a body that is no JSON, or JSON of other types than the operation's.</summary>
    public static ServiceError Serialization(string message) => new("SerializationException", message);
}
