namespace BatchTools;

/// <summary>A part of a job name template.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The literal text, or the name of the parameter.</param>
/// <param name="Format">The .NET format of the value; null for none.</param>
internal sealed record JobNamePart(JobNamePartKind Kind, string Text, string? Format)
{
    /// <summary>The values that the part takes in a sweep; of the index, its bounds.</summary>
    public IReadOnlyList<object> Values(SweepDefinition sweep) => Kind switch
    {
        JobNamePartKind.Literal => [],
        JobNamePartKind.Index => [0L, Math.Max(0, sweep.PointCount - 1)],
        _ => sweep.Axes.FirstOrDefault(axis => Is(axis.Name))?.Values
            ?? [.. sweep.Fixed.Where(pair => Is(pair.Key)).Select(pair => pair.Value).Take(1)],
    };

    /// <summary>Whether a value can be written in the part's format.</summary>
    public bool Takes(object value)
    {
        try
        {
            return Write(value) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The value as it stands in a job name: in its format, and of valid characters.</summary>
    /// <exception cref="FormatException">The value takes no such format.</exception>
    public string Write(object value) => Valid(Format is null ? SweepValue.Text(value) : SweepValue.Text(value, Format));

    /// <summary>Text of which AWS allows every character in a job name: '.' becomes '_', others become '-'.</summary>
    public static string Valid(string text) => string.Create(text.Length, text, (characters, source) =>
    {
        for (var place = 0; place < source.Length; place++)
        {
            characters[place] = source[place] switch
            {
                var character when char.IsAsciiLetterOrDigit(character) || character is '_' or '-' => character,
                '.' => '_',
                _ => '-',
            };
        }
    });

    private bool Is(string name) => string.Equals(name, Text, StringComparison.OrdinalIgnoreCase);
}
