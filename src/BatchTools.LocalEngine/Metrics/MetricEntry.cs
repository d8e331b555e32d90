namespace BatchTools.LocalEngine.Metrics;

/// <summary>A metric that has values.</summary>
/// <param name="Id">Its number; later ones are greater.</param>
/// <param name="Key">Which one.</param>
/// <param name="LatestPoint">The time of its newest values, in seconds since 1970.</param>
internal sealed record MetricEntry(long Id, MetricKey Key, long LatestPoint);
