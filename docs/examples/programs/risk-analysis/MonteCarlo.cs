using ExamplePrograms;

namespace RiskAnalysis;

/// <summary>
/// Draws the portfolio's loss at the end of a time: each asset follows a geometric Brownian motion, driven by one market that
/// all share and by its own chance, so that any two have the portfolio's correlation.
/// </summary>
internal sealed class MonteCarlo(Portfolio portfolio, Normal normal)
{
    public double[] Losses(int count, double years)
    {
        var start = portfolio.Value;
        var (shared, own) = (Math.Sqrt(portfolio.Correlation), Math.Sqrt(1 - portfolio.Correlation));
        var values = portfolio.Assets.Select(asset => asset.Value).ToArray();
        var means = portfolio.Assets.Select(asset => (asset.Drift - asset.Volatility * asset.Volatility / 2) * years).ToArray();
        var spreads = portfolio.Assets.Select(asset => asset.Volatility * Math.Sqrt(years)).ToArray();
        var losses = new double[count];
        for (var i = 0; i < count; i++)
        {
            var market = normal.Next();
            var end = 0.0;
            for (var a = 0; a < values.Length; a++)
                end += values[a] * Math.Exp(means[a] + spreads[a] * (shared * market + own * normal.Next()));
            losses[i] = start - end;
        }
        return losses;
    }
}
