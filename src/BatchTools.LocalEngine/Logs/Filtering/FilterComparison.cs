using System.Globalization;
using System.Text.RegularExpressions;
using BatchTools.LocalEngine.Logs.Queries;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>What a value is compared with: a text with wildcards, a number or a regular expression.</summary>
internal sealed class FilterComparison
{
    private static readonly string[] Operators = ["!=", "<=", ">=", "=", "<", ">"];

    private readonly string _operator;
    private readonly string _text;
    private readonly double? _number;
    private readonly Regex? _expression;

    private FilterComparison(string @operator, string text, double? number, Regex? expression) =>
        (_operator, _text, _number, _expression) = (@operator, text, number, expression);

    /// <summary>Reads an operator and what follows it.</summary>
    /// <param name="scanner">The pattern.</param>
    /// <param name="ends">What ends a text without quotes, besides white space.</param>
    public static FilterComparison Read(FilterScanner scanner, ReadOnlySpan<char> ends)
    {
        var @operator = Array.Find(Operators, scanner.TryTake) ?? throw scanner.Error("a comparison is missing: =, !=, <, <=, > or >=");
        scanner.SkipSpace();
        var isEquality = @operator is "=" or "!=";
        if (scanner.Next == '%' && isEquality)
            return new FilterComparison(@operator, "", number: null, scanner.TakeExpression());
        var isQuoted = scanner.Next == '"';
        var text = isQuoted ? scanner.TakeQuoted('"') : scanner.TakeWord(ends);
        if (text.Length == 0 && !isQuoted)
            throw scanner.Error("a value is missing");
        var number = isQuoted ? null : Number(text);
        if (!isEquality && number is null)
            throw scanner.Error($"'{text}' is no number, as {@operator} needs one");
        return new FilterComparison(@operator, text, number, text.Contains('*') ? Wildcards(text) : null);
    }

    /// <summary>The number that a text is; null if it is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;

    /// <summary>Whether the comparison holds for a value.</summary>
    /// <param name="text">The value as text.</param>
    /// <param name="number">The value as a number; null if it is none, and so less than, more than or equal to none.</param>
    public bool Holds(string text, double? number) => _operator switch
    {
        "=" => IsEqual(text, number),
        "!=" => !IsEqual(text, number),
        "<" => number < _number,
        "<=" => number <= _number,
        ">" => number > _number,
        _ => number >= _number,
    };

    private bool IsEqual(string text, double? number)
    {
        if (_expression is not null)
            return _expression.IsMatch(text);
        return _number is not null && number is not null ? number == _number : text == _text;
    }

    private static Regex Wildcards(string text) => QueryPattern.Parse($@"(?s)\A{string.Join(".*", text.Split('*').Select(Regex.Escape))}\z");
}
