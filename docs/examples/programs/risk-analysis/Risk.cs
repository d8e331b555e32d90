namespace RiskAnalysis;

/// <summary>How much a portfolio may lose over some time.</summary>
/// <param name="ValueAtRisk">The loss that is not exceeded with the wanted confidence; negative for a sure gain.</param>
/// <param name="ExpectedShortfall">The mean loss when it is exceeded.</param>
/// <param name="MeanReturn">The mean gain.</param>
internal readonly record struct Risk(double ValueAtRisk, double ExpectedShortfall, double MeanReturn)
{
    /// <summary>The risk that equally likely losses show; sorts them.</summary>
    public static Risk Of(double[] losses, double confidence)
    {
        Array.Sort(losses);
        var first = Math.Min((int)Math.Ceiling(confidence * losses.Length), losses.Length - 1);
        return new Risk(losses[first], losses.AsSpan(first..).Mean(), -losses.AsSpan().Mean());
    }
}
