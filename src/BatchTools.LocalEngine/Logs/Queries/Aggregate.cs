namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A figure that is worked out over rows, one after the other.</summary>
internal abstract class Aggregate
{
    public abstract void Add(QueryRow row);

    public abstract QueryValue Result();

    /// <summary>Makes the figure of a name for each group of rows; null where there is none of that name that takes so many arguments.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">What it is worked out of; none for all rows.</param>
    public static Func<Aggregate>? Find(string name, IReadOnlyList<QueryExpression> arguments) => (name.ToUpperInvariant(), arguments) switch
    {
        ("COUNT", []) => static () => new Folded(static _ => QueryValue.Of(1d), static (sum, _) => sum + 1, 0),
        ("COUNT", [var value]) => () => new Folded(value, static (sum, _) => sum + 1, 0),
        ("SUM", [var value]) => () => new Folded(value, static (sum, one) => sum + one.Number.GetValueOrDefault(), null),
        ("COUNT_DISTINCT", [var value]) => () => new Gathered(value, static values => QueryValue.Of(values.Select(static one => one.Text).Distinct(StringComparer.Ordinal).Count())),
        ("AVG", [var value]) => () => new Gathered(value, static values => Numbers(values, static numbers => numbers.Average())),
        ("STDDEV", [var value]) => () => new Gathered(value, static values => Numbers(values, Deviation)),
        ("PCT" or "PERCENTILE", [var value, var rank]) => () => new Gathered(value, values => Numbers(values, numbers => Percentile(numbers, rank(new QueryRow()).Number ?? 50))),
        ("MEDIAN", [var value]) => () => new Gathered(value, static values => Numbers(values, static numbers => Percentile(numbers, 50))),
        ("MIN" or "SORTSFIRST", [var value]) => () => new Chosen(value, value, -1),
        ("MAX" or "SORTSLAST", [var value]) => () => new Chosen(value, value, 1),
        ("EARLIEST", [var value]) => () => new Chosen(value, static row => row["@timestamp"], -1),
        ("LATEST", [var value]) => () => new Chosen(value, static row => row["@timestamp"], 1),
        _ => null,
    };

    private static QueryValue Numbers(List<QueryValue> values, Func<List<double>, double> figure)
    {
        var numbers = values.Where(static value => value.Number is not null).Select(static value => value.Number!.Value).ToList();
        return numbers.Count == 0 ? default : QueryValue.Of(figure(numbers));
    }

    private static double Deviation(List<double> numbers)
    {
        var mean = numbers.Average();
        return numbers.Count < 2 ? 0 : Math.Sqrt(numbers.Sum(one => (one - mean) * (one - mean)) / (numbers.Count - 1));
    }

    private static double Percentile(List<double> numbers, double rank)
    {
        numbers.Sort();
        return numbers[(int)Math.Clamp(Math.Ceiling(rank / 100 * numbers.Count) - 1, 0, numbers.Count - 1)];
    }

    private sealed class Folded(QueryExpression value, Func<double, QueryValue, double> fold, double? begin) : Aggregate
    {
        private double? _sum = begin;

        public override void Add(QueryRow row)
        {
            if (value(row) is { IsMissing: false } one)
                _sum = fold(_sum ?? 0, one);
        }

        public override QueryValue Result() => QueryValue.Of(_sum);
    }

    private sealed class Gathered(QueryExpression value, Func<List<QueryValue>, QueryValue> figure) : Aggregate
    {
        private readonly List<QueryValue> _values = [];

        public override void Add(QueryRow row)
        {
            if (value(row) is { IsMissing: false } one)
                _values.Add(one);
        }

        public override QueryValue Result() => figure(_values);
    }

    private sealed class Chosen(QueryExpression value, QueryExpression rank, int direction) : Aggregate
    {
        private (QueryValue Value, QueryValue Rank)? _best;

        public override void Add(QueryRow row)
        {
            var (one, place) = (value(row), rank(row));
            if (!one.IsMissing && (_best is not { } best || QueryValue.Compare(place, best.Rank) * direction > 0))
                _best = (one, place);
        }

        public override QueryValue Result() => _best?.Value ?? default;
    }
}
