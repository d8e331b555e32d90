using System.Globalization;
using System.Text;
using BatchTools.LocalEngine.Api.Signing;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>Signed requests to the services of an engine for which there is no client here.</summary>
internal static class SignedCalls
{
    /// <summary>A form, as the query protocols have it.</summary>
    public static Task<EngineResponse> FormAsync(this Engine engine, string service, string fields, string? secret = null) =>
        SendAsync(engine, service, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8", fields, secret);

    /// <summary>A request in JSON.</summary>
    public static Task<EngineResponse> JsonAsync(this Engine engine, string service, string target, string body, string? secret = null) =>
        SendAsync(engine, service, "X-Amz-Target", target, body, secret);

    /// <summary>A body where JSON is awaited.</summary>
    public static Task<EngineResponse> JsonAsync(this Engine engine, string service, string target, byte[] body) =>
        SendAsync(engine, service, "/", "X-Amz-Target", target, body, secret: null);

    /// <summary>A request in CBOR, whose path names the operation.</summary>
    public static Task<EngineResponse> CborAsync(this Engine engine, string service, string path, byte[] body) =>
        SendAsync(engine, service, path, "Smithy-Protocol", "rpc-v2-cbor", body, secret: null);

    private static Task<EngineResponse> SendAsync(Engine engine, string service, string header, string value, string body, string? secret) =>
        SendAsync(engine, service, "/", header, value, Encoding.UTF8.GetBytes(body), secret);

    private static Task<EngineResponse> SendAsync(Engine engine, string service, string path, string header, string value, byte[] body, string? secret)
    {
        var stamp = DateTimeOffset.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> headers = [new("Host", "local.batchtools"), new("X-Amz-Date", stamp), new(header, value)];
        var request = new EngineRequest("POST", path, headers, body);
        List<string> signed = [.. headers.Select(pair => pair.Key.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        var authorization = new AuthorizationHeader(engine.Credentials.AccessKeyId, stamp[..8], engine.Region, service, signed, "");
        var signature = SigningKey.Sign(
            secret ?? engine.Credentials.SecretAccessKey, authorization, stamp, CanonicalRequest.Build(request, authorization.SignedHeaders, sortsEncoded: true));
        headers.Add(new(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={authorization.AccessKeyId}/{authorization.Scope}, SignedHeaders={string.Join(';', signed)}, Signature={signature}"));
        return engine.HandleAsync(request, TestContext.Current.CancellationToken);
    }
}
