using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace BatchTools;

/// <summary>Turns what AWS's clients throw into errors of our own: the one place that knows their codes and texts.</summary>
internal static class ServiceErrors
{
    private static readonly HashSet<string> CredentialCodes = new(StringComparer.Ordinal)
    {
        "ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException", "InvalidClientTokenId",
        "InvalidSignatureException", "SignatureDoesNotMatch", "MissingAuthenticationToken",
        "MissingAuthenticationTokenException", "IncompleteSignature", "RequestExpired", "AuthFailure",
    };

    private static readonly HashSet<string> ThrottlingCodes = new(StringComparer.Ordinal)
    {
        "TooManyRequestsException", "ThrottlingException", "Throttling", "ThrottledException", "RequestLimitExceeded",
        "LimitExceededException", "RequestThrottled", "RequestThrottledException", "SlowDown",
    };

    /// <summary>Whether the service refused the request only because there were too many; it did nothing then.</summary>
    public static bool IsThrottling(Exception exception) =>
        exception is AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } ||
        (exception is AmazonServiceException service && service.ErrorCode is { } code && ThrottlingCodes.Contains(code));

    /// <summary>Whether a log group or stream, or another resource with an error class of its own, does not exist.</summary>
    public static bool IsResourceMissing(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: "ResourceNotFoundException" };

    /// <summary>Whether the service may have done what was asked although the call failed.</summary>
    public static bool IsUncertain(Exception exception) => exception switch
    {
        AmazonUnmarshallingException => true,
        AmazonServiceException { StatusCode: 0 } service => !NeverConnected(service),
        AmazonServiceException service => service.StatusCode >= HttpStatusCode.InternalServerError,
        HttpRequestException or IOException or OperationCanceledException => !NeverConnected(exception),
        _ => false,
    };

    /// <summary>
    /// Whether the service does not have the operation that was called, or does not let the caller have it; the two look alike.
    /// </summary>
    public static bool IsOperationMissing(BatchException error) =>
        error.InnerException is AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.NotFound };

    /// <summary>The error for a failed call.</summary>
    /// <param name="exception">What the client threw; no cancellation that the caller asked for.</param>
    /// <param name="call">What was called.</param>
    public static BatchException Map(Exception exception, ServiceCall call) => exception switch
    {
        BatchException known => known,
        OperationCanceledException or TimeoutException => BatchException.From(
            exception, nameof(Messages.ServiceTimedOut), ErrorKind.Timeout, call.Target, call.Operation),
        AmazonUnmarshallingException => BatchException.From(
            exception, nameof(Messages.AnswerUnreadable), ErrorKind.Internal, call.Target, call.Operation, OneLine.Of(exception)),
        AmazonServiceException { StatusCode: 0 } => Unreachable(exception, call),
        AmazonServiceException service => OfService(service, call),
        AmazonClientException when Innermost(exception) is HttpRequestException or SocketException or IOException => Unreachable(exception, call),
        AmazonClientException => BatchException.From(
            exception, nameof(Messages.CredentialsUnavailable), ErrorKind.NotConnected, call.Target,
            call.Connection.Name, call.Operation, OneLine.Of(exception)),
        HttpRequestException or SocketException or IOException => Unreachable(exception, call),
        ObjectDisposedException => BatchException.From(
            exception, nameof(Messages.ConnectionClosed), ErrorKind.NotConnected, call.Target, call.Connection.Name, call.Operation),
        _ => BatchException.From(
            exception, nameof(Messages.CallFailed), ErrorKind.Internal, call.Target, call.Operation, OneLine.Of(exception)),
    };

    private static BatchException OfService(AmazonServiceException exception, ServiceCall call)
    {
        var code = exception.ErrorCode ?? "";
        var text = OneLine.Of(exception);
        if (IsThrottling(exception))
            return BatchException.From(exception, nameof(Messages.ServiceThrottled), ErrorKind.Throttled, call.Target, call.Operation, text);
        if (CredentialCodes.Contains(code))
        {
            return BatchException.From(
                exception, nameof(Messages.CredentialsRefused), ErrorKind.NotConnected, call.Target,
                call.Connection.Service, call.Connection.Name, call.Operation, text);
        }

        if (exception.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || code.StartsWith("AccessDenied", StringComparison.Ordinal))
            return BatchException.From(exception, nameof(Messages.AccessDenied), ErrorKind.Denied, call.Target, call.Operation, text, call.Permission);
        if (exception.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return BatchException.From(
                exception, nameof(Messages.ServiceFailed), ErrorKind.Unavailable, call.Target, call.Operation, (int)exception.StatusCode, text);
        }

        var (errorId, kind) = OfText(exception, text);
        return BatchException.From(exception, errorId, kind, call.Target, call.Operation, call.Target, text);
    }

    // Batch has one error class for all that a client does wrong; only the text tells the cases apart.
    private static (string ErrorId, ErrorKind Kind) OfText(AmazonServiceException exception, string text)
    {
        if (IsResourceMissing(exception) || Says(text, "not found") || Says(text, "does not exist"))
            return (nameof(Messages.ResourceMissing), ErrorKind.NotFound);
        if (Says(text, "already exists"))
            return (nameof(Messages.ResourceExists), ErrorKind.AlreadyExists);
        if (Says(text, "being modified") || Says(text, "relationship"))
            return (nameof(Messages.ResourceBusy), ErrorKind.Conflict);
        return (nameof(Messages.ServiceRefused), ErrorKind.InvalidInput);
    }

    private static bool Says(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static BatchException Unreachable(Exception exception, ServiceCall call) => BatchException.From(
        exception,
        call.Connection.Kind == BatchConnectionKind.Local && NeverConnected(exception) ? nameof(Messages.LocalEngineGone) : nameof(Messages.EndpointUnreachable),
        ErrorKind.Unavailable, call.Target,
        call.Connection.Endpoint?.AbsoluteUri ?? call.Connection.Service, call.Operation, OneLine.Of(Innermost(exception)));

    private static bool NeverConnected(Exception exception) =>
        Innermost(exception) is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
                or SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NoData
        };

    private static Exception Innermost(Exception exception) => exception.GetBaseException();
}
