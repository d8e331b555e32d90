using System.IO.Compression;

namespace BatchTools.LocalEngine.Api;

/// <summary>Unpacks bodies that a client has compressed, as SDKs do with long ones of PutMetricData.</summary>
internal static class ContentEncoding
{
    private const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>The request with its body as it was before it was compressed.</summary>
    /// <exception cref="ServiceError">The encoding is unknown, the body is damaged, or it is too long.</exception>
    public static ServiceRequest Decode(ServiceRequest request)
    {
        if (!request.Headers.TryGetValue("Content-Encoding", out var encoding) || encoding is "" or "identity" or "aws-chunked")
            return request;
        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            throw new ServiceError("UnsupportedMediaTypeException", $"The content encoding '{Shortened.Text(encoding)}' is not supported; gzip is.", 415);
        try
        {
            return request with { Body = Unpack(request.Body) };
        }
        catch (InvalidDataException e)
        {
            throw ServiceError.Serialization($"The body is not valid gzip: {e.Message}");
        }
    }

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (body.Length + count > MaximumBytes)
                throw new ServiceError("RequestEntityTooLarge", $"The unpacked body has more than {MaximumBytes} bytes.", 413);
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}
