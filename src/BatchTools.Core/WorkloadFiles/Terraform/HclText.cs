using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>Text and names as Terraform's language writes them.</summary>
internal static partial class HclText
{
    /// <summary>A text in quotes, in which nothing is a template: <c>${</c> and <c>%{</c> stay what they are.</summary>
    public static string Quote(string text)
    {
        var written = new StringBuilder(text.Length + 8).Append('"');
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            _ = letter switch
            {
                '"' or '\\' => written.Append('\\').Append(letter),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                '$' or '%' when place + 1 < text.Length && text[place + 1] == '{' => written.Append(letter).Append(letter),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => written.Append(letter),
            };
        }

        return written.Append('"').ToString();
    }

    /// <summary>A key of an object: as it is where it is a name, else in quotes.</summary>
    public static string Key(string name) => Name().IsMatch(name) ? name : Quote(name);

    /// <summary>A name for a resource, out of any text.</summary>
    public static string Label(string text)
    {
        var name = Other().Replace(text, "_");
        return Name().IsMatch(name) ? name : $"_{name}";
    }

    /// <summary>AWS's name of a member as Terraform writes names.</summary>
    public static string Snake(string name) => Upper().Replace(name, match => $"_{match.Value.ToLowerInvariant()}");

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[^A-Za-z0-9_-]", RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Upper();
}
