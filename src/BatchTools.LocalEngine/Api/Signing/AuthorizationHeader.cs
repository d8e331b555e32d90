namespace BatchTools.LocalEngine.Api.Signing;

/// <summary>The parts of an <c>Authorization: AWS4-HMAC-SHA256 …</c> header.</summary>
internal sealed record AuthorizationHeader(
    string AccessKeyId,
    string Date,
    string Region,
    string Service,
    IReadOnlyList<string> SignedHeaders,
    string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>Reads the header; null where it is not one of this algorithm or lacks a part.</summary>
    public static AuthorizationHeader? Parse(string? value)
    {
        if (value is null || !value.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return null;

        string? credential = null, signedHeaders = null, signature = null;
        foreach (var part in value[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            if (equals < 0)
                return null;
            var text = part[(equals + 1)..];
            switch (part[..equals])
            {
                case "Credential": credential = text; break;
                case "SignedHeaders": signedHeaders = text; break;
                case "Signature": signature = text; break;
            }
        }

        if (credential?.Split('/') is not [var key, var date, var region, var service, "aws4_request"]
            || string.IsNullOrEmpty(signedHeaders) || string.IsNullOrEmpty(signature))
            return null;
        return new AuthorizationHeader(key, date, region, service, signedHeaders.Split(';'), signature);
    }
}
