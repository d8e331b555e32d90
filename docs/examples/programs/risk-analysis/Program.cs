using System.Diagnostics;
using System.Text.Json;
using ExamplePrograms;
using RiskAnalysis;

return Host.Run(log =>
{
    var arguments = new Arguments(args, "portfolio", "startDate", "endDate", "riskModel", "simulations", "confidence", "seed", "output");
    var portfolio = Portfolio.Named(arguments.Text("portfolio"));
    var (start, end) = (arguments.Date("startDate"), arguments.Date("endDate"));
    var model = arguments.Text("riskModel", "monte-carlo");
    // The number of draws and the confidence may also come from the job's environment, as settings of the definition.
    var count = arguments.Count("simulations", 1000, 100_000_000, Environment.GetEnvironmentVariable("SIMULATION_COUNT") ?? "500000");
    var confidence = arguments.Number("confidence", 0.5, 0.9999, Environment.GetEnvironmentVariable("CONFIDENCE_LEVEL") ?? "0.95");
    var seed = arguments.Count("seed", 0, int.MaxValue, "1");
    var folder = arguments.Text("output", ".");
    if (model != "monte-carlo")
        throw new ArgumentException($"--riskModel must be monte-carlo, not '{model}'.");
    var days = TradingDays.Between(start, end);
    if (days == 0)
        throw new ArgumentException($"--endDate must be a trading day or more after --startDate {start:yyyy-MM-dd}, not {end:yyyy-MM-dd}.");

    log.WriteLine($"{portfolio.Name}: {portfolio.Value} million in {string.Join(", ", portfolio.Assets.Select(asset => asset.Name))}");
    log.WriteLine($"{start:yyyy-MM-dd} to {end:yyyy-MM-dd}, {days} trading days, {count} draws, confidence {confidence:0.##%}, seed {seed}");
    var watch = Stopwatch.StartNew();
    var simulation = new MonteCarlo(portfolio, new Normal(seed));
    var horizons = new[] { 1, 10, days }.Where(horizon => horizon <= days).Distinct().ToArray();
    var risks = new Dictionary<int, Risk>();
    foreach (var horizon in horizons)
    {
        var risk = risks[horizon] = Risk.Of(simulation.Losses(count, horizon / TradingDays.InYear), confidence);
        log.WriteLine($"{horizon,4} days  value at risk {risk.ValueAtRisk,8:0.000}  expected shortfall {risk.ExpectedShortfall,8:0.000}  mean return {risk.MeanReturn,8:0.000} million");
    }

    var path = ResultFile.Write(folder, $"risk-analysis-{portfolio.Name}.json", json =>
    {
        json.WriteString("portfolio", portfolio.Name);
        json.WriteNumber("value", portfolio.Value);
        json.WriteString("startDate", $"{start:yyyy-MM-dd}");
        json.WriteString("endDate", $"{end:yyyy-MM-dd}");
        json.WriteNumber("simulations", count);
        json.WriteNumber("confidence", confidence);
        json.WriteNumber("seed", seed);
        json.WriteStartArray("horizons");
        foreach (var horizon in horizons)
            Write(json, horizon, risks[horizon]);
        json.WriteEndArray();
    });
    log.WriteLine($"written to {path} after {watch.Elapsed.TotalSeconds:0.0} s");
});

static void Write(Utf8JsonWriter json, int days, Risk risk)
{
    json.WriteStartObject();
    json.WriteNumber("days", days);
    json.WriteNumber("valueAtRisk", Math.Round(risk.ValueAtRisk, 6));
    json.WriteNumber("expectedShortfall", Math.Round(risk.ExpectedShortfall, 6));
    json.WriteNumber("meanReturn", Math.Round(risk.MeanReturn, 6));
    json.WriteEndObject();
}
