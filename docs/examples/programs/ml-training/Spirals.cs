using ExamplePrograms;

namespace MlTraining;

/// <summary>Data that no straight line tells apart: three arms of a spiral, blurred.</summary>
internal static class Spirals
{
    public const int Classes = 3;
    private const double Blur = 0.06;

    public static Example[] Generate(int count, int seed)
    {
        var normal = new Normal(seed);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Point(i % Classes, random.NextDouble(), normal))];
    }

    private static Example Point(int label, double along, Normal normal)
    {
        var radius = 0.1 + 0.9 * along;
        var angle = 2 * Math.PI * label / Classes + 4 * along;
        return new Example(radius * Math.Cos(angle) + Blur * normal.Next(), radius * Math.Sin(angle) + Blur * normal.Next(), label);
    }
}
