namespace RiskAnalysis;

internal static class Spans
{
    public static double Mean(this Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
