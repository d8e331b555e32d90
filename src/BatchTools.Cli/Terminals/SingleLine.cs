namespace BatchTools.Cli.Terminals;

/// <summary>Text that stays on its line.</summary>
internal static class SingleLine
{
    /// <summary>The text with each run of line breaks and other control characters as one blank.</summary>
    public static string Of(string text) =>
        text.Any(char.IsControl)
            ? string.Join(' ', text.Split([.. text.Where(char.IsControl).Distinct()], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : text;
}
