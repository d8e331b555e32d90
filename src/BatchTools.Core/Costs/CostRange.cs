using System.Globalization;

namespace BatchTools;

/// <summary>An amount of money of which the bounds are known. In US dollars.</summary>
/// <param name="Low">What it is at least; null where nothing is known.</param>
/// <param name="High">What it is at most; null where there is no bound.</param>
public sealed record CostRange(decimal? Low, decimal? High)
{
    private const decimal Least = 0.0001m;

    /// <summary>Nothing to pay.</summary>
    public static CostRange Zero { get; } = new(0, 0);

    /// <summary>An amount of which nothing is known.</summary>
    public static CostRange Unknown { get; } = new(null, null);

    /// <summary>Whether both bounds are known.</summary>
    public bool IsKnown => Low is not null && High is not null;

    /// <summary>Adds two amounts. What is known of one bounds the sum from below; from above only both do.</summary>
    /// <param name="one">An amount.</param>
    /// <param name="other">Another.</param>
    /// <returns>The sum.</returns>
    public static CostRange operator +(CostRange one, CostRange other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new(one.Low is null && other.Low is null ? null : (one.Low ?? 0) + (other.Low ?? 0), one.High + other.High);
    }

    /// <summary>The amount that either of two may be.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The lesser and the greater bound; none where one of them has none.</returns>
    internal CostRange Or(CostRange other) => new(
        Low is { } low && other.Low is { } otherLow ? Math.Min(low, otherLow) : null,
        High is { } high && other.High is { } otherHigh ? Math.Max(high, otherHigh) : null);

    /// <summary>As often as the bounds of a count say.</summary>
    internal CostRange Times(decimal? least, decimal? most) => new(Low * least, High * most);

    /// <summary>Adds two amounts.</summary>
    /// <param name="one">An amount.</param>
    /// <param name="other">Another.</param>
    /// <returns>The sum.</returns>
    public static CostRange Add(CostRange one, CostRange other) => one + other;

    /// <summary>
    /// Gives the bounds in dollars, such as <c>$0.12 to $0.50</c>: in cents, less than a cent with two digits that count, and less than
    /// a hundredth of a cent as no more than that.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() => (Low, High) switch
    {
        (not null, { } high) when Text(Low.Value) == Text(high) => Text(high),
        (null or < Least, > 0 and < Least) => Text(High.Value),
        (null or < Least, > 0) => $"at most {Text(High.Value)}",
        (>= Least, null) => $"{Text(Low.Value)} at least",
        ({ } low, { } high) => $"{Text(low)} to {Text(high)}",
        _ => "unknown",
    };

    /// <summary>An amount in dollars, as people read it.</summary>
    internal static string Text(decimal amount) => amount switch
    {
        0 => "$0",
        < Least => "<$0.0001",
        >= 1 => "$" + amount.ToString("N2", CultureInfo.InvariantCulture),
        _ => "$" + Math.Round(amount, DigitsOf(amount)).ToString("0.00###", CultureInfo.InvariantCulture),
    };

    private static int DigitsOf(decimal amount) => amount switch { >= 0.1m => 2, >= 0.01m => 3, >= 0.001m => 4, _ => 5 };
}
