namespace RiskAnalysis;

/// <summary>Assets of one class, each pair of them correlated alike.</summary>
internal sealed record Portfolio(string Name, double Correlation, IReadOnlyList<Asset> Assets)
{
    private static readonly Portfolio[] Known =
    [
        new("equity", 0.65,
        [
            new("large caps", 40, 0.075, 0.17), new("small caps", 15, 0.085, 0.22),
            new("developed markets", 30, 0.07, 0.18), new("emerging markets", 15, 0.08, 0.24),
        ]),
        new("fixed-income", 0.45,
        [
            new("treasuries", 45, 0.035, 0.06), new("investment grade", 35, 0.045, 0.075), new("high yield", 20, 0.06, 0.11),
        ]),
        new("commodities", 0.30,
        [
            new("crude oil", 35, 0.04, 0.38), new("gold", 30, 0.045, 0.16),
            new("copper", 20, 0.05, 0.25), new("wheat", 15, 0.03, 0.30),
        ]),
        new("forex", 0.25,
        [
            new("EUR", 40, 0.01, 0.08), new("JPY", 30, 0.0, 0.10), new("GBP", 20, 0.01, 0.09), new("AUD", 10, 0.015, 0.12),
        ]),
        new("alternatives", 0.40,
        [
            new("private equity", 40, 0.10, 0.26), new("real estate", 35, 0.065, 0.16), new("hedge funds", 25, 0.06, 0.09),
        ]),
    ];

    public double Value => Assets.Sum(asset => asset.Value);

    public static Portfolio Named(string name) =>
        Known.FirstOrDefault(portfolio => portfolio.Name == name)
        ?? throw new ArgumentException($"--portfolio must be one of {string.Join(", ", Known.Select(portfolio => portfolio.Name))}, not '{name}'.");
}
