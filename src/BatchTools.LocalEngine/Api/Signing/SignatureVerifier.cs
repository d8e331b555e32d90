using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BatchTools.LocalEngine.Api.Signing;

/// <summary>Lets in only requests that are signed with the key of the data folder, for this region, within a quarter of an hour.</summary>
internal sealed class SignatureVerifier(EngineCredentials credentials, string region, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request as sent.</param>
    /// <param name="service">The service that the signature is for; set where the result is null.</param>
    /// <returns>What is wrong; null where the request is let in.</returns>
    public SignatureFault? Verify(EngineRequest request, out string service)
    {
        service = "";
        var header = Header(request, "Authorization");
        if (header is null)
            return SignatureFault.Missing;
        if (AuthorizationHeader.Parse(header) is not { } authorization)
            return SignatureFault.Invalid("The Authorization header is not a complete AWS4-HMAC-SHA256 header: it needs Credential, SignedHeaders and Signature.");
        if (authorization.AccessKeyId != credentials.AccessKeyId)
            return SignatureFault.UnknownKey;
        if (!authorization.SignedHeaders.Contains("host", StringComparer.OrdinalIgnoreCase))
            return SignatureFault.Invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
        // The target says what is done; unsigned, a signed request could be sent again as another operation.
        if (Header(request, "X-Amz-Target") is not null && !authorization.SignedHeaders.Contains("x-amz-target", StringComparer.OrdinalIgnoreCase))
            return SignatureFault.Invalid("'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.");
        if (authorization.Region != region)
            return SignatureFault.Invalid($"Credential should be scoped to a valid region: '{region}', not '{authorization.Region}'.");

        var timestamp = Header(request, "X-Amz-Date");
        if (CheckDate(timestamp, authorization) is { } outOfDate)
            return outOfDate;
        if (Header(request, "X-Amz-Content-Sha256") is { } stated && stated != CanonicalRequest.BodyHash(request.Body))
            return SignatureFault.Invalid("The value of 'X-Amz-Content-Sha256' is not the hash of the body.");

        if (!IsSigned(request, authorization, timestamp!, sortsEncoded: true) && !IsSigned(request, authorization, timestamp!, sortsEncoded: false))
            return SignatureFault.Mismatch;

        service = authorization.Service;
        return null;
    }

    private bool IsSigned(EngineRequest request, AuthorizationHeader authorization, string timestamp, bool sortsEncoded)
    {
        var canonical = CanonicalRequest.Build(request, authorization.SignedHeaders, sortsEncoded);
        var expected = SigningKey.Sign(credentials.SecretAccessKey, authorization, timestamp, canonical);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(authorization.Signature));
    }

    private SignatureFault? CheckDate(string? timestamp, AuthorizationHeader authorization)
    {
        if (!DateTimeOffset.TryParseExact(
                timestamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
            return SignatureFault.Invalid("The header 'X-Amz-Date' must hold the time as yyyyMMddTHHmmssZ.");
        if (!timestamp!.StartsWith(authorization.Date, StringComparison.Ordinal))
            return SignatureFault.Invalid($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{authorization.Date}' != '{timestamp[..8]}'.");

        var now = time.GetUtcNow();
        if (signed < now - Tolerance)
            return SignatureFault.Invalid($"Signature expired: {timestamp} is now earlier than {Stamp(now - Tolerance)} ({Stamp(now)} - 15 min.)");
        if (signed > now + Tolerance)
            return SignatureFault.Invalid($"Signature not yet current: {timestamp} is still later than {Stamp(now + Tolerance)} ({Stamp(now)} + 15 min.)");
        return null;
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string? Header(EngineRequest request, string name)
    {
        foreach (var (key, value) in request.Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
