using BatchTools.Help.Model;

namespace BatchTools.Help.Writing;

/// <summary>The syntax of one parameter set, as <c>Get-Command -Syntax</c> writes it.</summary>
internal static class SyntaxLine
{
    private const int Width = 100;

    /// <summary>Writes the syntax, wrapped.</summary>
    public static string Of(CmdletHelp cmdlet, string set)
    {
        List<string> lines = [cmdlet.Name];
        foreach (var word in cmdlet.In(set).Select(entry => Word(entry.Parameter, entry.Place)).Append("[<CommonParameters>]"))
        {
            if (lines[^1].Length + 1 + word.Length > Width)
                lines.Add("   ");
            lines[^1] += " " + word;
        }

        return string.Join('\n', lines);
    }

    private static string Word(ParameterHelp parameter, ParameterPlace place)
    {
        var name = place.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var word = parameter.IsSwitch ? name : $"{name} <{parameter.TypeName}>";
        return place.Mandatory ? word : $"[{word}]";
    }
}
