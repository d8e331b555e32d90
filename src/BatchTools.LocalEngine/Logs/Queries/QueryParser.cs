using System.Globalization;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>Reads the commands of a query, which <c>|</c> parts.</summary>
internal sealed class QueryParser
{
    private readonly QueryScanner _scanner;
    private readonly ExpressionParser _expressions;
    private readonly int _defaultLimit;
    private readonly List<QueryStep> _steps = [];
    private List<string> _columns = [];
    private bool _isOfEvents = true;
    private bool _isSorted;
    private bool _isLimited;

    // How many of the steps decide about which events match; what comes behind them sorts, cuts or counts.
    private int? _matching;

    // A sort of which the next limit says how many rows it has to keep.
    private SortedRows? _openSort;

    public QueryParser(string text, int defaultLimit)
    {
        _scanner = new QueryScanner(text);
        _expressions = new ExpressionParser(_scanner);
        _defaultLimit = defaultLimit;
    }

    public LogQuery Read()
    {
        do
            ReadCommand();
        while (_scanner.Take("|"));
        if (!_scanner.IsAtEnd)
            throw _scanner.Unexpected("'|' or the end of the query");
        if (!_isLimited)
            Limit(_defaultLimit);
        if (_columns.Count == 0)
            _columns = ["@timestamp", "@message"];
        if (_isOfEvents && !_columns.Contains("@ptr"))
            _columns.Add("@ptr");
        return new LogQuery(_steps, _columns, _matching ?? _steps.Count);
    }

    private void ReadCommand()
    {
        if (_scanner.TakeWord("fields"))
            ReadFields();
        else if (_scanner.TakeWord("display"))
            ReadDisplay();
        else if (_scanner.TakeWord("filter") || _scanner.TakeWord("where"))
            ReadFilter();
        else if (_scanner.TakeWord("sort"))
            ReadSort();
        else if (_scanner.TakeWord("limit") || _scanner.TakeWord("head"))
            ReadLimit();
        else if (_scanner.TakeWord("stats"))
            ReadStats();
        else if (_scanner.TakeWord("parse"))
            ReadParse();
        else if (_scanner.TakeWord("dedup"))
            ReadDedup();
        else
            throw _scanner.Unexpected("one of the commands fields, display, filter, sort, limit, stats, parse, dedup");
    }

    private void ReadFields()
    {
        do
            _columns.Add(ReadNamed());
        while (_scanner.Take(","));
        _columns = [.. _columns.Distinct(StringComparer.Ordinal)];
    }

    private void ReadDisplay()
    {
        var columns = new List<string>();
        do
            columns.Add(_scanner.Name("a field"));
        while (_scanner.Take(","));
        _columns = columns;
    }

    private void ReadFilter()
    {
        var condition = _expressions.Read();
        _openSort = null;
        _steps.Add(rows => rows.Where(row => condition(row).IsTrue));
    }

    private void ReadSort()
    {
        var keys = new List<(QueryExpression Value, bool IsDescending)>();
        do
        {
            var key = _expressions.Read();
            var isDescending = _scanner.TakeWord("desc");
            if (!isDescending)
                _scanner.TakeWord("asc");
            keys.Add((key, isDescending));
        }
        while (_scanner.Take(","));
        Sort(keys);
    }

    private void ReadLimit()
    {
        var begin = _scanner.Place;
        var digits = _scanner.Name("a number");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > LogQuery.MaximumLimit)
            throw new QuerySyntaxException($"a limit is a number from 1 to {LogQuery.MaximumLimit}, not '{digits}'", begin, begin + digits.Length);
        Limit(limit);
        _isLimited = true;
    }

    private void ReadStats()
    {
        var stats = new GroupedRows();
        do
        {
            var begin = _scanner.Place;
            var aggregate = ReadAggregate(begin);
            stats.Figures.Add((ReadAlias() ?? _scanner.Since(begin), aggregate));
        }
        while (_scanner.Take(","));
        if (_scanner.TakeWord("by"))
        {
            do
            {
                var begin = _scanner.Place;
                var key = _expressions.Read();
                stats.Keys.Add((ReadAlias() ?? Unquoted(_scanner.Since(begin)), key));
            }
            while (_scanner.Take(","));
        }

        (_openSort, _matching) = (null, _matching ?? _steps.Count);
        _steps.Add(stats.Of);
        _columns = [.. stats.Keys.Select(static key => key.Name), .. stats.Figures.Select(static figure => figure.Name)];
        _isOfEvents = false;
    }

    private Func<Aggregate> ReadAggregate(int begin)
    {
        var name = _scanner.Name("a function such as count(*)");
        _scanner.Expect("(");
        var arguments = new List<QueryExpression>();
        if (_scanner.Take("*"))
            _scanner.Expect(")");
        else if (!_scanner.Take(")"))
            arguments = _expressions.ReadList(")");
        return Aggregate.Find(name, arguments)
            ?? throw new QuerySyntaxException($"there is no statistical function '{name}' of {arguments.Count} arguments", begin, begin + name.Length);
    }

    private void ReadParse()
    {
        var field = _scanner.TryName() ?? "@message";
        var begin = _scanner.Place;
        if (_scanner.TryPattern() is { } pattern)
        {
            var regex = ExpressionParser.Pattern(pattern, begin);
            var names = regex.GetGroupNames().Where(static name => !char.IsAsciiDigit(name[0])).ToList();
            if (names.Count == 0)
                throw new QuerySyntaxException("the regular expression of parse names no group: write (?<name>…)", begin, begin + pattern.Length + 2);
            Extract(new ParsedFields(field, regex, names));
            return;
        }

        var glob = _scanner.TryText() ?? throw _scanner.Unexpected("a text in quotes with a * for each field, or a regular expression");
        _scanner.ExpectWord("as");
        var fields = new List<string>();
        do
            fields.Add(_scanner.Name("a field's name"));
        while (_scanner.Take(","));
        if (glob.Count(static character => character == '*') != fields.Count)
            throw new QuerySyntaxException($"parse has {glob.Count(static character => character == '*')} wildcards and {fields.Count} fields", begin, _scanner.Place);
        Extract(new ParsedFields(field, ParsedFields.OfGlob(glob), fields));
    }

    private void Extract(ParsedFields parsed)
    {
        _steps.Add(parsed.Of);
        if (_columns.Count == 0)
            _columns = ["@timestamp", "@message"];
        _columns = [.. _columns.Union(parsed.Names, StringComparer.Ordinal)];
    }

    private void ReadDedup()
    {
        var names = new List<string>();
        do
            names.Add(_scanner.Name("a field"));
        while (_scanner.Take(","));
        (_openSort, _matching) = (null, _matching ?? _steps.Count);
        _steps.Add(rows => rows.DistinctBy(row => string.Join('\0', names.Select(name => row[name].Text))));
    }

    // An expression with a name of its own, or else that of its text; a plain field stays what it is.
    private string ReadNamed()
    {
        var begin = _scanner.Place;
        var value = _expressions.Read();
        var text = Unquoted(_scanner.Since(begin));
        var name = ReadAlias() ?? text;
        if (name == text && QueryScanner.IsName(name))
            return name;
        _steps.Add(rows => rows.Select(row =>
        {
            row[name] = value(row);
            return row;
        }));
        return name;
    }

    private string? ReadAlias() => _scanner.TakeWord("as") ? _scanner.Name("a name") : null;

    private void Limit(int limit)
    {
        if (!_isSorted && _isOfEvents)
            Sort([(static row => row["@timestamp"], true)]);
        if (_openSort is { } sort)
            sort.Limit = limit;
        _openSort = null;
        _steps.Add(rows => rows.Take(limit));
    }

    private void Sort(List<(QueryExpression Value, bool IsDescending)> keys)
    {
        _matching ??= _steps.Count;
        _openSort = new SortedRows(keys);
        _steps.Add(_openSort.Of);
        _isSorted = true;
    }

    private static string Unquoted(string name) => name is ['`', .. var inner, '`'] ? inner : name;
}
