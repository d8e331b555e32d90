using System.Buffers;

namespace BatchTools.LocalEngine.Logs;

/// <summary>
/// Packs events of one stream: for each, the time since the one before it and the message's length as variable-length numbers,
/// then the message.
/// </summary>
internal sealed class ChunkBuilder(long firstEvent)
{
    private const int MaximumNumberBytes = 10;

    private readonly ArrayBufferWriter<byte> _body = new(256);
    private long _previous;

    public long FirstEvent { get; } = firstEvent;

    public int Events { get; private set; }

    public long Earliest { get; private set; } = long.MaxValue;

    public long Latest { get; private set; } = long.MinValue;

    public int Bytes => _body.WrittenCount;

    public void Add(long timestamp, ReadOnlySpan<byte> message)
    {
        WriteNumber(ZigZag(timestamp - _previous));
        WriteNumber((ulong)message.Length);
        _body.Write(message);
        _previous = timestamp;
        Events++;
        Earliest = Math.Min(Earliest, timestamp);
        Latest = Math.Max(Latest, timestamp);
    }

    public byte[] ToBody() => _body.WrittenSpan.ToArray();

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private void WriteNumber(ulong value)
    {
        var span = _body.GetSpan(MaximumNumberBytes);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        _body.Advance(length);
    }
}
