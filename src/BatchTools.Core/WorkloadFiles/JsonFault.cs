using System.Text;
using System.Text.Json;

namespace BatchTools.WorkloadFiles;

/// <summary>Says in one line where JSON breaks, what is wrong there, and what to write instead.</summary>
/// <param name="text">The whole text.</param>
/// <param name="last">What was read last before the fault.</param>
/// <param name="end">The offset behind it.</param>
/// <param name="open">The objects and lists that are open, innermost first.</param>
internal readonly ref struct JsonFault(ReadOnlySpan<byte> text, JsonTokenType last, int end, Stack<SourceNode> open)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>The error for what the reader of the JSON threw.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="file">What messages call the text.</param>
    public BatchException Explain(JsonException exception, string file)
    {
        var offset = Offset(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        if (_text[offset..].Trim(" \t\r\n"u8).IsEmpty)
        {
            var end = PlaceCursor.At(_text, _text.Length, file);
            return open.TryPeek(out var start)
                ? For(exception, nameof(Messages.JsonUnclosed), end, start.Place!.Line, start.Place.Column)
                : For(exception, nameof(Messages.JsonEnds), end);
        }

        offset = StartOfWord(offset);
        var place = PlaceCursor.At(_text, offset, file);
        var id = Name(offset);
        return id == nameof(Messages.JsonBracketMismatch)
            ? For(exception, id, place, Word(offset), open.Peek().Place!.Line, open.Peek().Place!.Column, open.Peek() is SourceArray ? "[" : "{", open.Peek() is SourceArray ? "]" : "}")
            : For(exception, id, place, Word(offset));
    }

    private string Name(int offset)
    {
        var found = _text[offset];
        var before = _text[..offset].TrimEnd(" \t\r\n"u8);
        var previous = before.IsEmpty ? default : before[^1];
        return found switch
        {
            (byte)'\n' or (byte)'\r' => nameof(Messages.JsonLineBreakInText),
            < 0x20 => nameof(Messages.JsonControlCharacter),
            _ when InEscape(offset) => nameof(Messages.JsonEscape),
            (byte)'#' => nameof(Messages.JsonHashComment),
            (byte)'\'' => nameof(Messages.JsonSingleQuote),
            (byte)'/' => nameof(Messages.JsonComment),
            _ when open.Count == 0 => last == JsonTokenType.None ? nameof(Messages.JsonValue) : nameof(Messages.JsonAfterEnd),
            _ when last == JsonTokenType.PropertyName => nameof(Messages.JsonValue),
            _ when offset > end && _text[end..offset].TrimEnd(" \t\r\n"u8).EndsWith("\""u8) => nameof(Messages.JsonColonMissing), // a name was read since
            (byte)'}' or (byte)']' when previous != ',' => nameof(Messages.JsonBracketMismatch),
            _ when previous is not ((byte)',' or (byte)'{' or (byte)'[') => nameof(Messages.JsonCommaMissing),
            _ => open.Peek() is SourceObject ? nameof(Messages.JsonName) : nameof(Messages.JsonValue),
        };
    }

    // What is wrong with a word or a number is wrong from its start on, wherever the reader stopped in it.
    private int StartOfWord(int offset)
    {
        if (!IsWord(_text[offset]) && offset > 0 && (char.IsAsciiDigit((char)_text[offset - 1]) || EndsLiteral(_text[..offset])))
            return offset;
        var start = offset;
        while (start > 0 && IsWord(_text[start - 1]))
            start--;
        return start > 0 && _text[start - 1] is (byte)'\\' or (byte)'"' ? offset : start;
    }

    private string Word(int offset)
    {
        var end = offset;
        while (end < _text.Length && IsWord(_text[end]))
            end++;
        if (end > offset)
            return Encoding.UTF8.GetString(_text[offset..Math.Min(end, offset + 40)]);
        Rune.DecodeFromUtf8(_text[offset..], out var rune, out _);
        return rune.Value < 0x20 ? $"0x{rune.Value:X2}" : rune.ToString();
    }

    private bool InEscape(int offset)
    {
        var slash = _text[Math.Max(0, offset - 5)..offset].LastIndexOf((byte)'\\');
        return slash >= 0 && (_text[offset - 1] == '\\' || _text[Math.Max(0, offset - 5) + slash + 1] == 'u');
    }

    private int Offset(long line, long byteInLine)
    {
        var offset = 0;
        for (; line > 0 && _text[offset..].IndexOf((byte)'\n') is >= 0 and var end; line--)
            offset += end + 1;
        return (int)Math.Min(offset + byteInLine, _text.Length);
    }

    private static bool EndsLiteral(ReadOnlySpan<byte> text) => text.EndsWith("true"u8) || text.EndsWith("false"u8) || text.EndsWith("null"u8);

    private static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'+' or (byte)'.';

    private static BatchException For(Exception cause, string errorId, SourcePlace place, params object?[] args) =>
        BatchException.From(cause, errorId, ErrorKind.InvalidInput, place.File, [place, .. args]);
}
