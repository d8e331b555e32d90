namespace BatchTools.LocalEngine.Metrics;

/// <summary>Values from before a time are to go, and metrics that have no others.</summary>
/// <param name="before">Seconds since 1970.</param>
internal sealed class OldRemoved(long before) : MetricWrite
{
    public override void Apply(MetricStatements statements) => statements.RemoveBefore(before);
}
