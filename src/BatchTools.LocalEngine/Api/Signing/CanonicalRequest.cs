using System.Security.Cryptography;
using System.Text;

namespace BatchTools.LocalEngine.Api.Signing;

/// <summary>The text of a request that Signature Version 4 signs, built from what came over the wire.</summary>
internal static class CanonicalRequest
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    /// <summary>Builds the text.</summary>
    /// <param name="request">The request as sent.</param>
    /// <param name="signedHeaders">The headers that are signed.</param>
    /// <param name="sortsEncoded">Whether the query is sorted as it is encoded, as AWS says, or before that, as the SDK for .NET does.</param>
    public static string Build(EngineRequest request, IReadOnlyList<string> signedHeaders, bool sortsEncoded)
    {
        var question = request.Target.IndexOf('?');
        var path = question < 0 ? request.Target : request.Target[..question];
        var query = question < 0 ? "" : request.Target[(question + 1)..];

        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(Path(path)).Append('\n');
        text.Append(Query(query, sortsEncoded)).Append('\n');
        foreach (var name in signedHeaders)
            text.Append(name).Append(':').Append(HeaderValue(request.Headers, name)).Append('\n');
        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n');
        text.Append(BodyHash(request.Body));
        return text.ToString();
    }

    public static string BodyHash(ReadOnlyMemory<byte> body) => Convert.ToHexString(SHA256.HashData(body.Span)).ToLowerInvariant();

    // Every service but S3 signs the path normalised and encoded once more than it was sent.
    private static string Path(string raw)
    {
        var kept = new List<string>();
        foreach (var segment in raw.Split('/'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                kept.Add(Encode(segment));
            else if (kept.Count > 0)
                kept.RemoveAt(kept.Count - 1);
        }

        var path = "/" + string.Join('/', kept);
        return kept.Count > 0 && raw.EndsWith('/') ? path + "/" : path;
    }

    private static string Query(string raw, bool sortsEncoded)
    {
        if (raw.Length == 0)
            return "";
        var pairs = new List<(string Name, string Value)>();
        foreach (var part in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            pairs.Add((Uri.UnescapeDataString(name), Uri.UnescapeDataString(value)));
        }

        if (sortsEncoded)
            pairs = pairs.ConvertAll(static pair => (Encode(pair.Name), Encode(pair.Value)));
        pairs.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value));
        if (!sortsEncoded)
            pairs = pairs.ConvertAll(static pair => (Encode(pair.Name), Encode(pair.Value)));
        return string.Join('&', pairs.Select(static pair => $"{pair.Name}={pair.Value}"));
    }

    private static string HeaderValue(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        string.Join(',', headers
            .Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            .Select(static header => string.Join(' ', header.Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))));

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 8);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (Unreserved.Contains((char)value))
                encoded.Append((char)value);
            else
                encoded.Append('%').Append(Convert.ToHexString([value]));
        }

        return encoded.ToString();
    }
}
