using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Puts in the values of <c>${file:directory}</c> and <c>${env:NAME}</c>, in every text of a file. Other <c>${…}</c> are left
/// to the shell that runs a command; <c>$${env:NAME}</c> stands for the text itself.
/// </summary>
/// <param name="file">The file, for its folder.</param>
/// <param name="problems">Takes variables without a value.</param>
internal sealed partial class SourceVariables(string file, SourceProblems problems)
{
    /// <summary>The same nodes with the values put in.</summary>
    public SourceNode Expand(SourceNode node) => node switch
    {
        SourceObject source => source.With([.. source.Members.Select(member => member with { Value = Expand(member.Value) })]),
        SourceArray list => list.With([.. list.Items.Select(Expand)]),
        SourceScalar { Type: SourceScalarType.Text } text => new SourceScalar(text.Place, text.Type, Variable().Replace(text.Text, match => Value(match, text))),
        _ => node,
    };

    private string Value(Match match, SourceScalar text)
    {
        if (match.Value.StartsWith("$$", StringComparison.Ordinal))
            return match.Value[1..];
        var name = match.Groups["name"].Value;
        if (match.Groups["kind"].Value == "file")
        {
            if (name == "directory")
                return Path.GetDirectoryName(Path.GetFullPath(file))!;
            problems.Add(nameof(Messages.VariableUnknown), text.Where, match.Value);
        }
        else if (Environment.GetEnvironmentVariable(name) is { } value)
        {
            return value;
        }
        else
        {
            problems.Add(nameof(Messages.VariableUnset), text.Where, match.Value, name);
        }

        return match.Value;
    }

    [GeneratedRegex(@"\$?\$\{(?<kind>file|env):(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
