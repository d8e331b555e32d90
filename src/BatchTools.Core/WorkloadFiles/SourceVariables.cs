using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Puts in the values of <c>${file:directory}</c>, <c>${env:NAME}</c> and <c>${param:name}</c>, in every text of a file. Other
/// <c>${…}</c> are left to the shell that runs a command; <c>$${env:NAME}</c> stands for the text itself.
/// </summary>
/// <param name="file">The file, for its folder.</param>
/// <param name="parameters">The parameters with their values.</param>
/// <param name="problems">Takes variables without a value.</param>
internal sealed partial class SourceVariables(string file, IReadOnlyList<WorkloadParameter> parameters, SourceProblems problems)
{
    /// <summary>The same nodes with the values put in. A text that is a parameter and nothing else becomes its number or truth value.</summary>
    public SourceNode Expand(SourceNode node) => node switch
    {
        SourceObject source => source.With([.. source.Members.Select(member => member with { Value = Expand(member.Value) })]),
        SourceArray list => list.With([.. list.Items.Select(Expand)]),
        SourceScalar { Type: SourceScalarType.Text } text => Expand(text),
        _ => node,
    };

    /// <summary>A text as a file has to write it for it to be read as it is.</summary>
    public static string Escape(string text) => Unescaped().Replace(text, match => $"${match.Value}");

    private SourceScalar Expand(SourceScalar text)
    {
        if (Variable().Match(text.Text) is { Success: true } match && match.Length == text.Text.Length && Parameter(match) is { Value: not null } whole)
            return whole.ToNode(text.Place);
        return new SourceScalar(text.Place, text.Type, Variable().Replace(text.Text, match => Value(match, text)));
    }

    private string Value(Match match, SourceScalar text)
    {
        if (IsEscaped(match))
            return match.Value[1..];
        var name = match.Groups["name"].Value;
        switch (match.Groups["kind"].Value)
        {
            case "file" when name == "directory":
                return Path.GetDirectoryName(Path.GetFullPath(file))!;
            case "file":
                problems.Add(nameof(Messages.VariableUnknown), text.Where, match.Value);
                break;
            case "param" when Parameter(match) is { } parameter:
                return parameter.Value ?? match.Value; // that it has none is told at its declaration
            case "param":
                problems.Add(nameof(Messages.ParameterUndeclared), text.Where, match.Value, NearestName.Suggest(name, parameters.Select(one => one.Name)), name);
                break;
            case var _ when Environment.GetEnvironmentVariable(name) is { } value:
                return value;
            default:
                problems.Add(nameof(Messages.VariableUnset), text.Where, match.Value, name);
                break;
        }

        return match.Value;
    }

    private WorkloadParameter? Parameter(Match match) =>
        match.Groups["kind"].Value == "param" && !IsEscaped(match) ? parameters.FirstOrDefault(one => one.Name == match.Groups["name"].Value) : null;

    private static bool IsEscaped(Match match) => match.Value.StartsWith("$$", StringComparison.Ordinal);

    [GeneratedRegex(@"\$?\$\{(?<kind>file|env|param):(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{(?:file|env|param):[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Unescaped();
}
