using BatchTools.LocalEngine.Faults;

namespace BatchTools.LocalEngine.Tests.Faults;

public sealed class SeededDrawTests
{
    [Fact]
    public void Draws_spread_evenly_and_only_seed_and_key_decide()
    {
        var draws = Enumerable.Range(0, 10_000).Select(static number => SeededDraw.Unit(7, $"spot {number}:#1")).ToList();

        for (var tenth = 0; tenth < 10; tenth++)
            Assert.InRange(draws.Count(draw => (int)(draw * 10) == tenth), 900, 1100);
        Assert.Equal(draws[42], SeededDraw.Unit(7, "spot 42:#1"));
        Assert.NotEqual(draws[42], SeededDraw.Unit(8, "spot 42:#1"));
        Assert.InRange(draws.Zip(Enumerable.Range(0, 10_000).Select(static number => SeededDraw.Unit(8, $"spot {number}:#1"))).Count(static pair => pair.First < 0.5 == pair.Second < 0.5), 4700, 5300);
    }
}
