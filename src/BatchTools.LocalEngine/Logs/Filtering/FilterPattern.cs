namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>
/// A filter pattern of CloudWatch Logs: terms, <c>%a regular expression%</c>, <c>{ conditions on JSON }</c> or <c>[columns]</c>.
/// Upper and lower case differ.
/// </summary>
internal abstract class FilterPattern
{
    /// <summary>Reads a pattern; an empty one matches everything.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong and where.</exception>
    public static FilterPattern Parse(string? text)
    {
        var scanner = new FilterScanner(text ?? "");
        scanner.SkipSpace();
        return scanner.Next switch
        {
            '{' => JsonPattern.Read(scanner),
            '[' => ColumnPattern.Read(scanner),
            '%' => ExpressionPattern.Read(scanner),
            _ => TermPattern.Read(scanner),
        };
    }

    /// <summary>Whether a log event's text, in UTF-8, is one of those looked for.</summary>
    public abstract bool Matches(ReadOnlyMemory<byte> message);
}
