namespace BatchTools.LocalEngine.Metrics;

/// <summary>Values were put.</summary>
internal sealed class PointAdded(MetricKey key, MetricPoint point) : MetricWrite
{
    public override void Apply(MetricStatements statements) => statements.Add(key, point);
}
