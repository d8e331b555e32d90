using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Serving;

/// <summary>Reads HTTP/1.1 requests from a connection, one after the other.</summary>
internal sealed class RequestReader(Stream stream)
{
    private const int MaximumHead = 64 * 1024;

    // What was read, and belongs to no request so far.
    private readonly byte[] _buffer = new byte[MaximumHead];
    private int _start;
    private int _end;

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start.._end);

    /// <summary>Reads the next request.</summary>
    /// <returns>The request; null where the client closed the connection instead of sending one.</returns>
    /// <exception cref="RefusedRequestException">It is no HTTP request, is too long, or has a body of unknown length.</exception>
    public async Task<EngineRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        int length;
        while ((length = Unread.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(cancellationToken))
                return _start == _end ? null : throw Malformed("it ends within its headers");
        }

        var head = Encoding.Latin1.GetString(_buffer, _start, length);
        _start += length + 4;
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1"])
            throw Malformed("its first line is not 'METHOD /path HTTP/1.1'");
        var headers = Array.ConvertAll(lines[1..], ReadHeader);
        return new EngineRequest(method, target, headers, await ReadBodyAsync(headers, cancellationToken));
    }

    private static KeyValuePair<string, string> ReadHeader(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && !line.AsSpan(0, colon).ContainsAny(' ', '\t')
            ? new(line[..colon], line[(colon + 1)..].Trim(' ', '\t'))
            : throw Malformed("a header is not 'name: value'");
    }

    private static RefusedRequestException Malformed(string what) => new(400, "SerializationException", $"The request cannot be read: {what}.");

    private static int ReadLength(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        int? length = null;
        foreach (var (name, value) in headers)
        {
            if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                throw new RefusedRequestException(411, "SerializationException", "A body needs a Content-Length; in chunks it is not taken.");
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                continue;
            if (length is not null || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                throw Malformed("its Content-Length is not a number");
            if (count > LocalEngine.MaximumBodyBytes)
                throw new RefusedRequestException(413, "RequestEntityTooLarge", $"The body has more than {LocalEngine.MaximumBodyBytes} bytes.");
            length = (int)count;
        }

        return length ?? 0;
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(KeyValuePair<string, string>[] headers, CancellationToken cancellationToken)
    {
        var body = new byte[ReadLength(headers)];
        var atHand = Math.Min(body.Length, _end - _start);
        Unread[..atHand].CopyTo(body);
        _start += atHand;
        if (atHand < body.Length && headers.Any(static header => header.Key.Equals("Expect", StringComparison.OrdinalIgnoreCase)))
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken);
        await stream.ReadExactlyAsync(body.AsMemory(atHand), cancellationToken);
        return body;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        Unread.CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            throw new RefusedRequestException(431, "SerializationException", $"The headers have more than {MaximumHead} bytes.");
        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        return count > 0;
    }
}
