namespace BatchTools.LocalEngine.Metrics;

/// <summary>Which metric.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its dimensions as <see cref="DimensionText"/> writes them.</param>
internal readonly record struct MetricKey(string Namespace, string Name, string Dimensions);
