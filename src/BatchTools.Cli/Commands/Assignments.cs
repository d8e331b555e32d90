using System.CommandLine.Parsing;

namespace BatchTools.Cli.Commands;

/// <summary>Reads name=value pairs from a command line; a value may hold any character, '=' too.</summary>
internal static class Assignments
{
    public static Dictionary<string, string> Parse(ArgumentResult result)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var end = text.IndexOf('=', StringComparison.Ordinal);
            if (end < 1)
                result.AddError($"'{text}' is no assignment: write name=value");
            else if (!values.TryAdd(text[..end], text[(end + 1)..]))
                result.AddError($"'{text[..end]}' is given twice: '{values[text[..end]]}' and '{text[(end + 1)..]}'");
        }

        return values;
    }
}
