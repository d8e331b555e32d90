namespace BatchTools.Tests;

public sealed class PointSelectionTests
{
    private static readonly SweepDefinition Hundred = new() { Axes = [new("n", SweepRange.Parse("0..99")!)] };

    [Fact]
    public void A_sample_is_reproducible_ordered_and_without_repetition()
    {
        var drawn = Select(new(null, 30, 7, null));

        Assert.Equal(drawn, Select(new(null, 30, 7, null)));
        Assert.NotEqual(drawn, Select(new(null, 30, 8, null)));
        Assert.Equal(drawn.Order(), drawn);
        Assert.Equal(30, drawn.Distinct().Count());
    }

    [Fact]
    public void What_a_seed_draws_stays_the_same_for_ever() => Assert.Equal([6, 45, 50, 84, 85], Select(new(null, 5, 42, null)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_point_is_drawn_as_often_as_any_other(bool hasExclusion)
    {
        var counts = new int[100];
        for (var seed = 0; seed < 5000; seed++)
        {
            foreach (var index in Select(new(hasExclusion ? _ => false : null, 10, seed, null)))
                counts[index]++;
        }

        // 500 each, with a standard deviation of 21.
        Assert.All(counts, count => Assert.InRange(count, 390, 610));
    }

    [Fact]
    public void A_sample_of_more_points_than_there_are_is_all() => Assert.Equal(100, Select(new(null, 500, 1, null)).Count);

    [Fact]
    public void A_few_points_of_a_huge_sweep_are_drawn_without_making_the_others()
    {
        var huge = new SweepDefinition { Axes = [.. Enumerable.Range(0, 3).Select(axis => new SweepAxis($"a{axis}", SweepRange.Parse("1..1000000")!))] };

        var points = Sweep.Sample(huge, 5, 1).ToList();

        Assert.Equal(5, points.Count);
        Assert.All(points, point => Assert.InRange(point.Index, 0, 999_999_999_999_999_999));
    }

    [Fact]
    public void Exclusion_keeps_the_indexes_and_comes_before_the_draw()
    {
        Assert.Equal([0, 50], Select(new(point => (int)point.Parameters["n"] % 50 != 0, null, 0, null)));
        Assert.All(Select(new(point => point.Index % 2 == 1, 20, 3, null)), index => Assert.Equal(0, index % 2));
    }

    [Fact]
    public void Chunks_hold_all_points_in_order_and_the_last_has_the_rest()
    {
        var selection = new PointSelection(null, null, 0, 30);
        var chunks = selection.Of(Hundred).Concat(selection.Complete()).Cast<SweepChunk>().ToList();

        Assert.Equal([30, 30, 30, 10], chunks.Select(chunk => chunk.Points.Count));
        Assert.Equal([0L, 1, 2, 3], chunks.Select(chunk => chunk.Index));
        Assert.Equal(["job-0", "job-30", "job-60", "job-90"], chunks.Select(chunk => chunk.JobName));
        Assert.Equal(Enumerable.Range(0, 100).Select(index => (long)index), chunks.SelectMany(chunk => chunk.Points).Select(point => point.Index));
    }

    private static List<int> Select(PointSelection selection) =>
        [.. selection.Of(Hundred).Concat(selection.Complete()).Cast<SweepPoint>().Select(point => (int)point.Index)];
}
