namespace LennardJones;

/// <summary>The mean of correlated values and its standard error, from the means of ten blocks of them.</summary>
internal readonly record struct Average(double Mean, double Error)
{
    private const int Blocks = 10;

    public static Average Of(IReadOnlyList<double> values)
    {
        var size = values.Count / Blocks;
        if (size == 0)
            return new Average(values.Count == 0 ? double.NaN : values.Average(), double.NaN);
        // The remainder is left out at the front, where the system is still farthest from its equilibrium.
        var means = values.Skip(values.Count - size * Blocks).Chunk(size).Select(block => block.Average()).ToArray();
        var mean = means.Average();
        var variance = means.Sum(block => (block - mean) * (block - mean)) / (Blocks - 1);
        return new Average(mean, Math.Sqrt(variance / Blocks));
    }
}
