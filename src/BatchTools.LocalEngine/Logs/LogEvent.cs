namespace BatchTools.LocalEngine.Logs;

/// <summary>An event that was read.</summary>
/// <param name="Position">Its number across all streams; see <see cref="LogPosition"/>.</param>
/// <param name="Timestamp">Milliseconds since 1970.</param>
/// <param name="IngestedAt">Milliseconds since 1970.</param>
/// <param name="Message">The line, UTF-8.</param>
internal readonly record struct LogEvent(long Position, long Timestamp, long IngestedAt, ReadOnlyMemory<byte> Message)
{
    /// <summary>What AWS adds to each message's bytes where it bounds a page or a batch.</summary>
    public const int Overhead = 26;

    public int Size => Message.Length + Overhead;
}
