using System.Globalization;

namespace BatchTools.WorkloadFiles;

/// <summary>A value without parts: text, a number, true or false, or null.</summary>
/// <param name="place">Where it is written; null if it comes from no file.</param>
/// <param name="type">What it is.</param>
/// <param name="text">Its text; numbers as they were written.</param>
internal sealed class SourceScalar(SourcePlace? place, SourceScalarType type, string text) : SourceNode(place)
{
    /// <summary>What the value is.</summary>
    public SourceScalarType Type => type;

    /// <summary>Its text; numbers as they were written.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override string Kind => type switch
    {
        SourceScalarType.Text => $"text \"{Shorten(text)}\"",
        SourceScalarType.Number => $"the number {Shorten(text)}",
        _ => text,
    };

    /// <summary>
    /// The value as .NET has it: a string, a bool, a long where a number is whole and small enough, else a double.
    /// </summary>
    public object? ToValue() => type switch
    {
        SourceScalarType.Text => text,
        SourceScalarType.Boolean => text == "true",
        SourceScalarType.Number when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        SourceScalarType.Number => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Shorten(string value) => value.Length <= 60 ? value : value[..57] + "...";
}
