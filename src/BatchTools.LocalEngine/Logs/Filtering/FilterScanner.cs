using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using BatchTools.LocalEngine.Logs.Queries;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>Reads the text of a filter pattern from left to right.</summary>
internal sealed class FilterScanner(string text)
{
    private const int MostExpressions = 2;

    // Besides letters, digits and the space, as CloudWatch Logs documents them; a parenthesis or a '!' is refused there.
    private static readonly SearchValues<char> ExpressionCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 :_#=@/;,-^$?[]{}|\\*+.");

    private int _at;
    private int _expressions;

    /// <summary>The character that comes next; '\0' at the end.</summary>
    public char Next => _at < text.Length ? text[_at] : '\0';

    public bool IsAtEnd => _at >= text.Length;

    public void SkipSpace()
    {
        while (char.IsWhiteSpace(Next))
            _at++;
    }

    /// <summary>Takes what comes next, behind white space, if it is that.</summary>
    public bool TryTake(string expected)
    {
        SkipSpace();
        if (string.CompareOrdinal(text, _at, expected, 0, expected.Length) != 0)
            return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>Takes what must come next.</summary>
    public void Take(string expected)
    {
        if (!TryTake(expected))
            throw Error($"'{expected}' is missing");
    }

    /// <summary>Takes a word: everything up to white space or one of the characters that end it; maybe nothing.</summary>
    public string TakeWord(ReadOnlySpan<char> ends)
    {
        var begin = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(Next) && !ends.Contains(Next))
            _at++;
        return text[begin.._at];
    }

    /// <summary>Takes a quoted text; a backslash stands before a character that is meant as it is.</summary>
    public string TakeQuoted(char quote)
    {
        var taken = new StringBuilder();
        for (_at++; !IsAtEnd; _at++)
        {
            if (Next == quote)
            {
                _at++;
                return taken.ToString();
            }

            if (Next == '\\' && _at + 1 < text.Length)
                _at++;
            taken.Append(Next);
        }

        throw Error("a quote is not closed");
    }

    /// <summary>Takes a regular expression between two percent signs.</summary>
    public Regex TakeExpression()
    {
        var end = text.IndexOf('%', _at + 1);
        if (end < 0)
            throw Error("a regular expression is not closed by '%'");
        if (++_expressions > MostExpressions)
            throw Error($"more than {MostExpressions} regular expressions");
        var expression = text[(_at + 1)..end];
        if (expression.AsSpan().IndexOfAnyExcept(ExpressionCharacters) is var wrong and >= 0)
            throw Error($"'{expression[wrong]}' cannot be used in a regular expression; write it as \\x and two hexadecimal digits");
        _at = end + 1;
        return QueryPattern.Parse(expression);
    }

    /// <summary>An error at this place.</summary>
    public FormatException Error(string what) => new($"{what} (at character {_at + 1})");
}
