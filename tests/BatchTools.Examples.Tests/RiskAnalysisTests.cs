extern alias risk;

using risk::ExamplePrograms;
using risk::RiskAnalysis;

namespace BatchTools.Examples.Tests;

public sealed class RiskAnalysisTests
{
    [Theory]
    [InlineData(0.95, 1.6448536)]
    [InlineData(0.99, 2.3263479)]
    public void The_value_at_risk_of_one_asset_is_that_of_the_log_normal_distribution(double confidence, double deviations)
    {
        var portfolio = new Portfolio("one", 0, [new Asset("only", 100, 0.05, 0.2)]);

        var found = Risk.Of(new MonteCarlo(portfolio, new Normal(1)).Losses(400_000, 0.5), confidence);

        var expected = 100 - 100 * Math.Exp((0.05 - 0.02) * 0.5 - deviations * 0.2 * Math.Sqrt(0.5));
        Assert.Equal(expected, found.ValueAtRisk, 0.15);
        Assert.Equal(100 * (Math.Exp(0.05 * 0.5) - 1), found.MeanReturn, 0.1);
        Assert.True(found.ExpectedShortfall > found.ValueAtRisk);
    }

    [Fact]
    public void Correlation_takes_the_benefit_of_spreading_away()
    {
        Asset[] assets = [new("a", 50, 0, 0.2), new("b", 50, 0, 0.2)];
        double ValueAtRisk(double correlation) =>
            Risk.Of(new MonteCarlo(new Portfolio("two", correlation, assets), new Normal(1)).Losses(100_000, 1), 0.95).ValueAtRisk;

        var (apart, together) = (ValueAtRisk(0), ValueAtRisk(1));

        Assert.Equal(1 / Math.Sqrt(2), apart / together, 0.03);
    }

    [Fact]
    public void Risk_of_known_losses()
    {
        var risk = Risk.Of([.. Enumerable.Range(1, 100).Reverse().Select(loss => (double)loss)], 0.95);

        Assert.Equal(new Risk(96, 98, -50.5), risk);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", 261)]
    [InlineData("2024-01-05", "2024-01-08", 1)]
    [InlineData("2024-01-05", "2024-01-07", 0)]
    public void Trading_days_are_weekdays(string start, string end, int days) =>
        Assert.Equal(days, TradingDays.Between(DateOnly.Parse(start), DateOnly.Parse(end)));
}
