namespace BatchTools.LocalEngine.Logs;

/// <summary>Numbers events across all streams: the stream's id in the upper half, the event's place in the stream in the lower one.</summary>
internal static class LogPosition
{
    /// <summary>The bits of the lower half.</summary>
    public const int EventBits = 32;

    /// <summary>The place that no event of a stream reaches.</summary>
    public const long MaxEvent = uint.MaxValue;

    public static long Of(long stream, long eventNumber) => (stream << EventBits) | eventNumber;

    public static long Stream(long position) => position >> EventBits;

    public static long Event(long position) => position & MaxEvent;
}
