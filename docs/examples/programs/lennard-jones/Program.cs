using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ExamplePrograms;
using LennardJones;

return Host.Run(log =>
{
    var arguments = new Arguments(args, "temperature", "pressure", "steps", "timestep", "seed", "output");
    var kelvin = arguments.Number("temperature", 1, 10_000);
    var kilobar = arguments.Number("pressure", 0, 20);
    var steps = arguments.Count("steps", 100, 1_000_000_000, "6000");
    var picoseconds = arguments.Number("timestep", 1e-6, 0.02, "0.005");
    var seed = arguments.Count("seed", 0, int.MaxValue, "1");
    var folder = arguments.Text("output", ".");

    log.WriteLine($"256 argon atoms at {kelvin:0.##} K and {kilobar:0.###} kbar, {steps} steps of {picoseconds} ps, seed {seed}");
    var watch = Stopwatch.StartNew();
    var simulation = new Simulation(new Settings(kelvin / Argon.Kelvin, kilobar / Argon.Kilobar, Timestep: picoseconds / Argon.Picoseconds, Seed: seed));
    var samples = new List<Sample>();
    foreach (var sample in simulation.Run(steps))
    {
        if (sample.Step * 10L / steps != (sample.Step - 10) * 10L / steps)
            log.WriteLine($"step {sample.Step,8}  {Describe(sample)}");
        if (sample.Step > steps / 3)
            samples.Add(sample);
    }

    var temperature = Average.Of([.. samples.Select(sample => sample.Temperature * Argon.Kelvin)]);
    var pressure = Average.Of([.. samples.Select(sample => sample.Pressure * Argon.Kilobar)]);
    var energy = Average.Of([.. samples.Select(sample => sample.Energy * Argon.KilojoulesPerMole)]);
    var density = Average.Of([.. samples.Select(sample => sample.Density * Argon.GramsPerCubicCentimetre)]);
    var path = ResultFile.Write(folder, string.Create(CultureInfo.InvariantCulture, $"lennard-jones-T{kelvin}-P{kilobar:0.0##}.json"), json =>
    {
        json.WriteNumber("temperatureWanted", kelvin);
        json.WriteNumber("pressureWanted", kilobar);
        json.WriteNumber("steps", steps);
        json.WriteNumber("timestep", picoseconds);
        json.WriteNumber("seed", seed);
        json.WriteNumber("samples", samples.Count);
        Write(json, "temperature", temperature, "K");
        Write(json, "pressure", pressure, "kbar");
        Write(json, "energy", energy, "kJ/mol");
        Write(json, "density", density, "g/cm3");
    });
    log.WriteLine($"mean of the last two thirds: temperature {temperature.Mean:0.0} K  pressure {pressure.Mean:0.000} kbar  "
        + $"energy {energy.Mean:0.000} kJ/mol  density {density.Mean:0.0000} ± {density.Error:0.0000} g/cm3");
    log.WriteLine($"written to {path} after {watch.Elapsed.TotalSeconds:0.0} s");
});

static string Describe(Sample sample) =>
    $"temperature {sample.Temperature * Argon.Kelvin:0.0} K  pressure {sample.Pressure * Argon.Kilobar:0.000} kbar  "
    + $"energy {sample.Energy * Argon.KilojoulesPerMole:0.000} kJ/mol  density {sample.Density * Argon.GramsPerCubicCentimetre:0.0000} g/cm3";

static void Write(Utf8JsonWriter json, string name, Average average, string unit)
{
    json.WriteStartObject(name);
    json.WriteNumber("mean", Math.Round(average.Mean, 6));
    // Too few samples for blocks leave the error unknown.
    if (double.IsNaN(average.Error))
        json.WriteNull("standardError");
    else
        json.WriteNumber("standardError", Math.Round(average.Error, 6));
    json.WriteString("unit", unit);
    json.WriteEndObject();
}
