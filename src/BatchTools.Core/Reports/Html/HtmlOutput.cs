using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BatchTools;

/// <summary>Writes HTML; whatever does not come from this program is escaped.</summary>
/// <param name="writer">Where it goes.</param>
internal sealed class HtmlOutput(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes markup as it is.</summary>
    public void Markup(string markup) => writer.Write(markup);

    /// <summary>Writes markup with values in it, which are escaped.</summary>
    /// <param name="markup">The markup; only this program writes it.</param>
    public void Write(FormattableString markup)
    {
        var values = markup.GetArguments();
        var escaped = new object?[values.Length];
        for (var place = 0; place < values.Length; place++)
            escaped[place] = values[place] is IFormattable and not Enum ? values[place] : Encoder.Encode(values[place]?.ToString() ?? string.Empty);
        writer.Write(string.Format(System.Globalization.CultureInfo.InvariantCulture, markup.Format, escaped));
    }

    /// <summary>Writes markup with values in it, which are escaped, and ends the line.</summary>
    /// <param name="markup">The markup; only this program writes it.</param>
    public void Line(FormattableString markup)
    {
        Write(markup);
        writer.Write('\n');
    }
}
