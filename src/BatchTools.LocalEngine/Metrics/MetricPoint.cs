namespace BatchTools.LocalEngine.Metrics;

/// <summary>The values of a metric in a second or a minute, in one unit, as what can be added up.</summary>
/// <param name="Time">The beginning of the second or minute, in seconds since 1970.</param>
/// <param name="Unit">The values' unit; <c>None</c> where none was given.</param>
/// <param name="Count">How many values; a client may give fractions.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
internal sealed record MetricPoint(long Time, string Unit, double Count, double Sum, double Minimum, double Maximum)
{
    /// <summary>Both together, at the time of this one.</summary>
    public MetricPoint Add(MetricPoint other) =>
        this with { Count = Count + other.Count, Sum = Sum + other.Sum, Minimum = Math.Min(Minimum, other.Minimum), Maximum = Math.Max(Maximum, other.Maximum) };
}
