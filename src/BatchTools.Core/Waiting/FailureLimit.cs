using System.Globalization;

namespace BatchTools;

/// <summary>How many failed jobs are borne: a number, or a share of all jobs, written as <c>3</c> or <c>2.5%</c>.</summary>
public readonly record struct FailureLimit
{
    private const double Whole = 100;

    /// <summary>A number of jobs.</summary>
    /// <param name="count">The number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public FailureLimit(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    private FailureLimit(double percent) => Percent = percent;

    /// <summary>The number of jobs; null if it is a share.</summary>
    public int? Count { get; }

    /// <summary>The share in percent, 0 to 100; null if it is a number.</summary>
    public double? Percent { get; }

    /// <summary>Reads a limit.</summary>
    /// <param name="text">A whole number, or a number from 0 to 100 followed by a percent sign.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static FailureLimit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.EndsWith('%') && double.TryParse(trimmed[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= Whole)
            return new FailureLimit(percent);
        if (int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return new FailureLimit(count);
        throw new FormatException(string.Format(CultureInfo.InvariantCulture, Messages.FailureLimitInvalid, text));
    }

    /// <summary>Takes a number as a limit.</summary>
    /// <param name="count">The number, from 0.</param>
    public static implicit operator FailureLimit(int count) => new(count);

    /// <summary>Whether so many failures are too many.</summary>
    /// <param name="failed">The jobs that failed.</param>
    /// <param name="total">All jobs; null while more may come, when a share cannot be told yet.</param>
    internal bool IsExceeded(int failed, int? total) =>
        Count is { } count ? failed > count : total is { } all && failed * Whole > Percent * all;

    /// <summary>Gives the limit as it is written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent}%") : string.Create(CultureInfo.InvariantCulture, $"{Count}");
}
