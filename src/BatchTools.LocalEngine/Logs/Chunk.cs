namespace BatchTools.LocalEngine.Logs;

/// <summary>A packed run of events as it was read from disk.</summary>
internal sealed class Chunk(long id, int events, long earliest, long ingestedAt, byte[] body)
{
    /// <summary>The position of its first event.</summary>
    public long Id { get; } = id;

    public int Events { get; } = events;

    /// <summary>Milliseconds since 1970 of its earliest event.</summary>
    public long Earliest { get; } = earliest;

    /// <summary>The events in their order.</summary>
    public IEnumerable<LogEvent> Read()
    {
        var at = 0;
        var timestamp = 0L;
        for (var index = 0; index < Events; index++)
        {
            var delta = ReadNumber(ref at);
            timestamp += (long)(delta >> 1) ^ -(long)(delta & 1);
            var length = (int)ReadNumber(ref at);
            yield return new LogEvent(Id + index, timestamp, ingestedAt, body.AsMemory(at, length));
            at += length;
        }
    }

    private ulong ReadNumber(ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = body[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
