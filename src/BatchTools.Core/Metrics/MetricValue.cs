namespace BatchTools;

/// <summary>A value that can become a metric.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Value">The value; null: not known, so not published.</param>
/// <param name="Unit">The unit, in CloudWatch's words.</param>
internal sealed record MetricValue(string Name, double? Value, string Unit)
{
    /// <summary>A number of things.</summary>
    public static MetricValue Count(string name, double? value) => new(name, value, "Count");

    /// <summary>A span of time.</summary>
    public static MetricValue Seconds(string name, TimeSpan? value) => new(name, value?.TotalSeconds, "Seconds");

    /// <summary>A part of a whole, from 0 to 1.</summary>
    public static MetricValue Percent(string name, double? value) => new(name, value * 100, "Percent");

    /// <summary>A number of another kind.</summary>
    public static MetricValue Plain(string name, double? value) => new(name, value, "None");
}
