namespace BatchTools.LocalEngine.Metrics;

/// <summary>Something on its way into the database of metrics.</summary>
internal abstract class MetricWrite
{
    public abstract void Apply(MetricStatements statements);
}
