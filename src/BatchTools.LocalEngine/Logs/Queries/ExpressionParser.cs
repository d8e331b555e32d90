using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>Reads the expressions of a query, from <c>or</c>, which binds least, to fields, texts, numbers and functions.</summary>
internal sealed class ExpressionParser(QueryScanner scanner)
{
    private const int MostNested = 64;

    private static readonly (string Sign, Func<int, bool> Holds)[] Comparisons =
    [
        ("!=", static order => order != 0), ("<=", static order => order <= 0), (">=", static order => order >= 0),
        ("=", static order => order == 0), ("<", static order => order < 0), (">", static order => order > 0),
    ];

    private int _depth;

    public QueryExpression Read()
    {
        if (++_depth > MostNested)
            throw new QuerySyntaxException("the expression is nested too deeply", scanner.Place, scanner.Place);
        var left = ReadAnd();
        while (scanner.TakeWord("or"))
        {
            var (one, other) = (left, ReadAnd());
            left = row => QueryValue.Of(one(row).IsTrue || other(row).IsTrue);
        }

        _depth--;
        return left;
    }

    private QueryExpression ReadAnd()
    {
        var left = ReadNot();
        while (scanner.TakeWord("and"))
        {
            var (one, other) = (left, ReadNot());
            left = row => QueryValue.Of(one(row).IsTrue && other(row).IsTrue);
        }

        return left;
    }

    private QueryExpression ReadNot()
    {
        var isNot = false;
        while (scanner.TakeWord("not"))
            isNot = !isNot;
        return Not(ReadComparison(), isNot);
    }

    private QueryExpression ReadComparison()
    {
        var left = ReadSum();
        if (scanner.Take("=~"))
            return ReadLike(left);
        foreach (var (sign, holds) in Comparisons)
        {
            if (scanner.Take(sign))
                return Compare(left, ReadSum(), sign, holds);
        }

        var isNot = scanner.TakeWord("not");
        if (scanner.TakeWord("like"))
            return Not(ReadLike(left), isNot);
        if (scanner.TakeWord("in"))
            return Not(ReadIn(left), isNot);
        return isNot ? throw scanner.Unexpected("'like' or 'in'") : left;
    }

    // What is missing is unlike everything, and neither less nor more.
    private static QueryExpression Compare(QueryExpression left, QueryExpression right, string sign, Func<int, bool> holds) => row =>
    {
        var (one, other) = (left(row), right(row));
        return QueryValue.Of(one.IsMissing || other.IsMissing ? sign == "!=" && one.IsMissing != other.IsMissing : holds(QueryValue.Compare(one, other)));
    };

    private QueryExpression ReadLike(QueryExpression left)
    {
        var begin = scanner.Place;
        if (scanner.TryPattern() is { } pattern)
        {
            var regex = Pattern(pattern, begin);
            return row => QueryValue.Of(left(row).Text is { } text && regex.IsMatch(text));
        }

        var part = scanner.TryText() ?? throw scanner.Unexpected("a text in quotes or a regular expression between slashes");
        return row => QueryValue.Of(left(row).Text?.Contains(part, StringComparison.Ordinal) == true);
    }

    /// <summary>Reads a regular expression that begins at a place.</summary>
    public static Regex Pattern(string pattern, int begin)
    {
        try
        {
            return QueryPattern.Parse(pattern);
        }
        catch (FormatException e)
        {
            throw new QuerySyntaxException(e.Message, begin, begin + pattern.Length + 2);
        }
    }

    private QueryExpression ReadIn(QueryExpression left)
    {
        scanner.Expect("[");
        var values = ReadList("]");
        return row => QueryValue.Of(left(row) is { IsMissing: false } value && values.Exists(one => QueryValue.Compare(one(row), value) == 0));
    }

    private QueryExpression ReadSum()
    {
        var left = ReadProduct();
        while (true)
        {
            if (scanner.Take("+"))
                left = Reckon(left, ReadProduct(), static (one, other) => one + other);
            else if (scanner.Take("-"))
                left = Reckon(left, ReadProduct(), static (one, other) => one - other);
            else
                return left;
        }
    }

    private QueryExpression ReadProduct()
    {
        var left = ReadPower();
        while (true)
        {
            if (scanner.Take("*"))
                left = Reckon(left, ReadPower(), static (one, other) => one * other);
            else if (scanner.Take("/"))
                left = Reckon(left, ReadPower(), static (one, other) => one / other);
            else if (scanner.Take("%"))
                left = Reckon(left, ReadPower(), static (one, other) => one % other);
            else
                return left;
        }
    }

    private QueryExpression ReadPower()
    {
        var left = ReadUnit();
        return scanner.Take("^") ? Reckon(left, ReadUnit(), Math.Pow) : left;
    }

    private QueryExpression ReadUnit()
    {
        if (scanner.Take("-"))
            return Reckon(static _ => QueryValue.Of(0d), ReadAtom(), static (one, other) => one - other);
        return ReadAtom();
    }

    private QueryExpression ReadAtom()
    {
        if (scanner.Take("("))
        {
            var inner = Read();
            scanner.Expect(")");
            return inner;
        }

        if (scanner.TryText() is { } text)
            return _ => QueryValue.Of(text);
        var begin = scanner.Place;
        var name = scanner.Name("a field, a value or a function");
        if (char.IsAsciiDigit(name[0]) && double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return _ => QueryValue.Of(number);
        return scanner.Take("(") ? ReadCall(name, begin) : row => row[name];
    }

    private QueryExpression ReadCall(string name, int begin)
    {
        if (name.Equals("bin", StringComparison.OrdinalIgnoreCase))
        {
            var period = TimePeriod.Parse(scanner.Name("a period such as 5m"), begin);
            scanner.Expect(")");
            return row => TimePeriod.Floor(row["@timestamp"], period);
        }

        var arguments = scanner.Take(")") ? [] : ReadList(")");
        return QueryFunctions.Find(name, arguments)
            ?? throw new QuerySyntaxException($"there is no function '{name}' of {arguments.Count} arguments", begin, begin + name.Length);
    }

    /// <summary>Reads expressions with commas between them, and the sign that ends them.</summary>
    public List<QueryExpression> ReadList(string end)
    {
        var items = new List<QueryExpression>();
        do
            items.Add(Read());
        while (scanner.Take(","));
        scanner.Expect(end);
        return items;
    }

    private static QueryExpression Not(QueryExpression expression, bool isNot) => isNot ? row => QueryValue.Of(!expression(row).IsTrue) : expression;

    private static QueryExpression Reckon(QueryExpression left, QueryExpression right, Func<double, double, double> reckon) => row =>
        left(row).Number is { } one && right(row).Number is { } other ? QueryValue.Of(reckon(one, other)) : default;
}
