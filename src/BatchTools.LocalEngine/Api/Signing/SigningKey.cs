using System.Security.Cryptography;
using System.Text;

namespace BatchTools.LocalEngine.Api.Signing;

/// <summary>Signs as Signature Version 4 does.</summary>
internal static class SigningKey
{
    public static string Sign(string secret, AuthorizationHeader authorization, string timestamp, string canonicalRequest)
    {
        var canonicalHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))).ToLowerInvariant();
        var text = $"{AuthorizationHeader.Algorithm}\n{timestamp}\n{authorization.Scope}\n{canonicalHash}";

        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[authorization.Date, authorization.Region, authorization.Service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
    }
}
