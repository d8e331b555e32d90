namespace BatchTools.Tests;

/// <summary>Runs while no other test does, since it looks at the memory of the process.</summary>
[CollectionDefinition(nameof(SweepMemoryTests), DisableParallelization = true)]
[Collection(nameof(SweepMemoryTests))]
public sealed class SweepMemoryTests
{
    [Theory]
    [InlineData("x{a}-{b}")]
    [InlineData("{a}{b}")]
    public void A_million_points_cost_the_memory_of_one(string template)
    {
        var thousand = Enumerable.Range(0, 1000).Cast<object>().ToArray();
        var definition = new SweepDefinition { Axes = [new("a", thousand), new("b", thousand)], JobNameTemplate = template };
        using var points = Sweep.Expand(definition).GetEnumerator();
        points.MoveNext();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var count = 1;
        for (; points.MoveNext(); count++)
        {
        }

        Assert.Equal(1_000_000, count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
    }

    [Fact]
    public void A_range_of_a_million_values_costs_the_memory_of_one()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var points = Sweep.Expand(new() { Axes = [new("n", SweepRange.Parse("1..1000000")!)], JobNameTemplate = "run-{n}" }).GetEnumerator();
        points.MoveNext();

        Assert.Equal("run-1", points.Current.JobName);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
        GC.KeepAlive(points);
    }
}
