namespace RiskAnalysis;

/// <summary>A part of a portfolio.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What is held of it at the start, in millions.</param>
/// <param name="Drift">Its mean return in a year.</param>
/// <param name="Volatility">The standard deviation of its logarithmic return in a year.</param>
internal sealed record Asset(string Name, double Value, double Drift, double Volatility);
