using System.CommandLine.Parsing;
using System.Globalization;

namespace BatchTools.Cli.Commands;

/// <summary>Reads numbers from 1 on.</summary>
internal static class WholeNumber
{
    public static int? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        result.AddError($"'{text}' is no number from 1 on");
        return null;
    }
}
