using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace BatchTools.Aws.Wire;

/// <summary>Finds an error's type, message and request id in an answer, whichever of AWS's ways it is told in.</summary>
internal static class ErrorReading
{
    private const string Throttled = "TooManyRequestsException";

    /// <summary>Reads the error.</summary>
    public static ErrorResponse Read(IWebResponseData answer, ErrorBody body, HttpStatusCode status)
    {
        var code = ShortName(Header(answer, HeaderKeys.XAmzErrorType) ?? Text(body, "__type") ?? Text(body, "code"));
        // A 429 from the gateway before the service may carry no type; the retry policy goes by the type.
        if (code is null && status == HttpStatusCode.TooManyRequests)
            code = Throttled;
        return new()
        {
            Type = ErrorType.Unknown,
            Code = code,
            Message = Header(answer, HeaderKeys.XAmznErrorMessage) ?? Text(body, "message") ?? Text(body, "Message") ?? Told(body, code, status),
            RequestId = Header(answer, HeaderKeys.RequestIdHeader),
            StatusCode = status,
        };
    }

    /// <summary>The type's name alone: without the namespace before <c>#</c> and the address after <c>:</c>.</summary>
    private static string? ShortName(string? type)
    {
        if (string.IsNullOrWhiteSpace(type))
            return null;
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? type : type[..colon];
        return name[(name.LastIndexOf('#') + 1)..].Trim();
    }

    /// <summary>What can be said of an error without a message.</summary>
    public static string Told(ErrorBody body, string? code, HttpStatusCode status)
    {
        var text = body.Text;
        return $"The service answered with HTTP status {(int)status}"
            + (code is null ? "" : $" and error {code}")
            + (text.Length == 0 ? "." : $": {text}");
    }

    private static string? Text(ErrorBody body, string name) => body.Member(name, static (ref reader) => reader.ReadText());

    private static string? Header(IWebResponseData answer, string name)
    {
        var value = answer.IsHeaderPresent(name) ? answer.GetHeaderValue(name) : null;
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
