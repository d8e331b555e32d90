namespace ExamplePrograms;

/// <summary>Standard normal numbers from a seed: the same seed gives the same numbers on every machine.</summary>
internal sealed class Normal(int seed)
{
    private readonly Random _random = new(seed);
    private double _spare = double.NaN;

    /// <summary>The next number, by Marsaglia's polar method, which makes two at a time.</summary>
    public double Next()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }
        double u, v, square;
        do
        {
            u = 2 * _random.NextDouble() - 1;
            v = 2 * _random.NextDouble() - 1;
            square = u * u + v * v;
        }
        while (square is >= 1 or 0);
        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = v * factor;
        return u * factor;
    }

    /// <summary>The sum of the squares of <paramref name="count"/> numbers.</summary>
    public double SumOfSquares(int count)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            var number = Next();
            sum += number * number;
        }
        return sum;
    }
}
