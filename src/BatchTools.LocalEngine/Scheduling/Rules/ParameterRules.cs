namespace BatchTools.LocalEngine.Scheduling.Rules;

/// <summary>Replaces <c>Ref::name</c> in a command by the job's parameters.</summary>
internal static class ParameterRules
{
    private const string Mark = "Ref::";
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The definition's parameters with the submission's on top.</summary>
    public static IReadOnlyDictionary<string, string> Merge(Dictionary<string, string>? defined, Dictionary<string, string>? submitted)
    {
        if (submitted is null or { Count: 0 })
            return defined ?? None;
        if (defined is null or { Count: 0 })
            return submitted;
        var merged = new Dictionary<string, string>(defined, StringComparer.Ordinal);
        foreach (var (name, value) in submitted)
            merged[name] = value;
        return merged;
    }

    /// <summary>
    /// The command with its parameters in place. A name is what follows the mark up to the first character that is no letter,
    /// digit, '_' or '-'; a mark whose name is no parameter stays as it is. Values are not searched again.
    /// </summary>
    public static IReadOnlyList<string> Substitute(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> parameters) =>
        parameters.Count == 0 ? command : [.. command.Select(argument => Substitute(argument, parameters))];

    private static string Substitute(string argument, IReadOnlyDictionary<string, string> parameters)
    {
        var mark = argument.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0)
            return argument;

        var result = new System.Text.StringBuilder();
        var copied = 0;
        while (mark >= 0)
        {
            var end = mark + Mark.Length;
            while (end < argument.Length && (char.IsAsciiLetterOrDigit(argument[end]) || argument[end] is '_' or '-'))
                end++;
            if (parameters.TryGetValue(argument[(mark + Mark.Length)..end], out var value))
            {
                result.Append(argument, copied, mark - copied).Append(value);
                copied = end;
            }

            mark = argument.IndexOf(Mark, end, StringComparison.Ordinal);
        }

        return result.Append(argument, copied, argument.Length - copied).ToString();
    }
}
