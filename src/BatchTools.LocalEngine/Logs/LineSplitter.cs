using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace BatchTools.LocalEngine.Logs;

/// <summary>
/// Makes lines of bytes: split at '\n', a '\r' before it dropped, empty lines left out as CloudWatch Logs knows no empty event,
/// bytes that are no UTF-8 replaced, lines beyond 256 KiB cut into several.
/// </summary>
internal sealed class LineSplitter(TakeLine take)
{
    public const int MaximumLine = 256 * 1024;

    private ArrayBufferWriter<byte>? _begun;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        int end;
        while ((end = bytes.IndexOf((byte)'\n')) >= 0)
        {
            Continue(bytes[..end], lineEnds: true);
            bytes = bytes[(end + 1)..];
        }

        if (!bytes.IsEmpty)
            Continue(bytes, lineEnds: false);
    }

    /// <summary>Nothing more comes: what is there is the last line.</summary>
    public void Complete() => Continue([], lineEnds: true);

    private void Continue(ReadOnlySpan<byte> part, bool lineEnds)
    {
        if (lineEnds && _begun is null or { WrittenCount: 0 })
        {
            Line(part);
            return;
        }

        _begun ??= new ArrayBufferWriter<byte>(1024);
        _begun.Write(part);
        if (!lineEnds && _begun.WrittenCount < MaximumLine + 1)
            return;
        var kept = lineEnds ? [] : CutWhole(_begun.WrittenSpan).ToArray();
        if (lineEnds)
            Line(_begun.WrittenSpan);
        _begun.ResetWrittenCount();
        _begun.Write(kept);
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty && line[^1] == '\r')
            line = line[..^1];
        line = CutWhole(line);
        if (!line.IsEmpty)
            Take(line);
    }

    // Hands over as many whole pieces as there are; what comes back is shorter than a piece.
    private ReadOnlySpan<byte> CutWhole(ReadOnlySpan<byte> line)
    {
        while (line.Length > MaximumLine)
        {
            var length = MaximumLine;
            while (length > MaximumLine - 4 && (line[length] & 0xC0) == 0x80)
                length--; // not inside a character
            Take(line[..length]);
            line = line[length..];
        }

        return line;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line))
            take(line);
        else
            take(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line)));
    }
}
