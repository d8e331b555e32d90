namespace BatchTools.LocalEngine.Api.Signing;

/// <summary>Why a request is not let in: AWS's error type and message, answered with status 403.</summary>
internal sealed record SignatureFault(string Type, string Message)
{
    public static SignatureFault Missing { get; } = new("MissingAuthenticationTokenException", "Missing Authentication Token");

    public static SignatureFault UnknownKey { get; } = new("UnrecognizedClientException", "The security token included in the request is invalid.");

    public static SignatureFault Mismatch { get; } = new(
        "InvalidSignatureException",
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    public static SignatureFault Invalid(string message) => new("InvalidSignatureException", message);
}
