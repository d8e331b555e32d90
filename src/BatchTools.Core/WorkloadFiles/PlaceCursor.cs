using System.Text;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Turns byte offsets, asked for in rising order, into lines and columns, so that a whole file costs one pass.
/// </summary>
internal ref struct PlaceCursor(ReadOnlySpan<byte> text, string file)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The place of an offset that is not before the one that was asked for last.</summary>
    public SourcePlace MoveTo(int offset)
    {
        var passed = _text[_offset..offset];
        var lines = passed.Count((byte)'\n');
        if (lines > 0)
        {
            _line += lines;
            _column = 1;
            passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
        }

        _column += Encoding.UTF8.GetCharCount(passed);
        _offset = offset;
        return new(file, _line, _column);
    }

    /// <summary>The place of one offset.</summary>
    public static SourcePlace At(ReadOnlySpan<byte> text, int offset, string file) => new PlaceCursor(text, file).MoveTo(offset);
}
