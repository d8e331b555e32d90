using System.Text.RegularExpressions;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>Regular expressions of queries and filters: of the kind that takes time in proportion to the text, whatever the expression.</summary>
internal static class QueryPattern
{
    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none, or looks around or back.</exception>
    public static Regex Parse(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"the regular expression /{pattern}/ cannot be used: {e.Message}", e);
        }
    }
}
