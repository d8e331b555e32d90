namespace BatchTools;

/// <summary>One value of one metric, as CloudWatch has it.</summary>
public sealed record BatchMetric
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the metric.</summary>
    public required string MetricName { get; init; }

    /// <summary>The dimensions: names and values.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The value.</summary>
    public double Value { get; init; }

    /// <summary>The unit, in CloudWatch's words: Count, Seconds, Percent, None.</summary>
    public required string Unit { get; init; }

    /// <summary>The time that the value stands for, in local time.</summary>
    public DateTime Timestamp { get; init; }

    /// <summary>The connection that it was published on.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Gives the name and the value.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{MetricName} = {Value} {Unit}");
}
