namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The functions that expressions may call.</summary>
internal static class QueryFunctions
{
    /// <summary>A function's value for each row; null where there is none of that name that takes so many arguments.</summary>
    public static QueryExpression? Find(string name, IReadOnlyList<QueryExpression> arguments) => (name.ToUpperInvariant(), arguments) switch
    {
        ("ISPRESENT", [var value]) => row => QueryValue.Of(!value(row).IsMissing),
        ("ISEMPTY", [var value]) => row => QueryValue.Of(string.IsNullOrEmpty(value(row).Text)),
        ("ISBLANK", [var value]) => row => QueryValue.Of(string.IsNullOrWhiteSpace(value(row).Text)),
        ("COALESCE", { Count: > 0 }) => row => arguments.Select(value => value(row)).FirstOrDefault(static value => !value.IsMissing),
        ("STRLEN", [var value]) => OfText(value, static text => QueryValue.Of((double)text.Length)),
        ("TOUPPER", [var value]) => OfText(value, static text => QueryValue.Of(text.ToUpperInvariant())),
        ("TOLOWER", [var value]) => OfText(value, static text => QueryValue.Of(text.ToLowerInvariant())),
        ("TRIM", [var value]) => OfText(value, static text => QueryValue.Of(text.Trim())),
        ("LTRIM", [var value]) => OfText(value, static text => QueryValue.Of(text.TrimStart())),
        ("RTRIM", [var value]) => OfText(value, static text => QueryValue.Of(text.TrimEnd())),
        ("CONCAT", { Count: > 0 }) => row => QueryValue.Of(string.Concat(arguments.Select(value => value(row).Text))),
        ("STRCONTAINS", [var value, var part]) => row => QueryValue.Of(value(row).Text?.Contains(part(row).Text ?? "", StringComparison.Ordinal) == true),
        ("REPLACE", [var value, var old, var fresh]) => row => old(row).Text is { Length: > 0 } part
            ? QueryValue.Of(value(row).Text?.Replace(part, fresh(row).Text, StringComparison.Ordinal)) : value(row),
        ("SUBSTR", [var value, var start]) => row => Part(value(row).Text, start(row).Number, double.MaxValue),
        ("SUBSTR", [var value, var start, var length]) => row => Part(value(row).Text, start(row).Number, length(row).Number),
        ("ABS", [var value]) => OfNumber(value, Math.Abs),
        ("CEIL", [var value]) => OfNumber(value, Math.Ceiling),
        ("FLOOR", [var value]) => OfNumber(value, Math.Floor),
        ("SQRT", [var value]) => OfNumber(value, Math.Sqrt),
        ("LOG", [var value]) => OfNumber(value, Math.Log),
        ("GREATEST", { Count: > 0 }) => row => QueryValue.Of(arguments.Max(value => value(row).Number)),
        ("LEAST", { Count: > 0 }) => row => QueryValue.Of(arguments.Min(value => value(row).Number)),
        ("FROMMILLIS", [var value]) => row => value(row).Number is { } number ? QueryValue.OfTime(number) : default,
        ("TOMILLIS", [var value]) => row => QueryValue.Of(value(row).Number),
        _ => null,
    };

    private static QueryExpression OfText(QueryExpression value, Func<string, QueryValue> function) => row => value(row).Text is { } text ? function(text) : default;

    private static QueryExpression OfNumber(QueryExpression value, Func<double, double> function) => row => value(row).Number is { } number ? QueryValue.Of(function(number)) : default;

    private static QueryValue Part(string? text, double? start, double? length)
    {
        if (text is null || start is not { } from || length is not { } count)
            return default;
        var begin = (int)Math.Clamp(from, 0, text.Length);
        return QueryValue.Of(text.Substring(begin, (int)Math.Clamp(count, 0, text.Length - begin)));
    }
}
