using LennardJones;

namespace BatchTools.Examples.Tests;

public sealed class LennardJonesTests
{
    [Fact]
    public void Without_thermostat_and_barostat_energy_and_momentum_are_conserved()
    {
        var simulation = new Simulation(new Settings(null, null, Density: 0.7, Cells: 3, Timestep: 0.001) { StartTemperature = 1.5 });
        var before = simulation.Forces.ShiftedEnergy + simulation.System.KineticEnergy;

        _ = simulation.Run(2000).Count();

        var after = simulation.Forces.ShiftedEnergy + simulation.System.KineticEnergy;
        Assert.InRange(Math.Abs(after - before) / simulation.System.Count, 0, 5e-4);
        for (var axis = 0; axis < 3; axis++)
            Assert.Equal(0, simulation.System.Velocities.Where((_, i) => i % 3 == axis).Sum(), 1e-9);
    }

    [Fact]
    public void A_force_is_the_slope_of_the_energy()
    {
        var simulation = new Simulation(new Settings(2, null, Density: 0.6, Cells: 3));
        _ = simulation.Run(200).Count();
        var (positions, forces) = (simulation.System.Positions, simulation.Forces);
        const double shift = 1e-5;
        for (var i = 0; i < 12; i++)
        {
            forces.Compute();
            var force = forces.Values[i];
            positions[i] += shift;
            forces.Compute();
            var above = forces.ShiftedEnergy;
            positions[i] -= 2 * shift;
            forces.Compute();
            var below = forces.ShiftedEnergy;
            positions[i] += shift;
            Assert.Equal((below - above) / (2 * shift), force, 1e-3 * Math.Max(1, Math.Abs(force)));
        }
    }

    [Fact]
    public void The_pressure_of_a_thin_gas_follows_the_second_virial_coefficient()
    {
        const double temperature = 2.0, density = 0.04;
        var samples = new Simulation(new Settings(temperature, null, density, Cells: 3, Timestep: 0.004)).Run(20_000).Skip(200);

        var compressibility = samples.Average(sample => sample.Pressure / (sample.Density * sample.Temperature));

        Assert.Equal(1 + SecondVirialCoefficient(temperature) * density, compressibility, 0.015);
    }

    [Fact]
    public void Thermostat_and_barostat_hold_what_was_wanted()
    {
        var samples = new Simulation(new Settings(2.5, 2.0, Cells: 4)).Run(8000).Skip(200).ToList();

        Assert.Equal(2.5, samples.Average(sample => sample.Temperature), 0.1);
        Assert.Equal(2.0, samples.Average(sample => sample.Pressure), 0.1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        var first = new Simulation(new Settings(2.5, 2.0, Cells: 3)).Run(100).Last();
        var second = new Simulation(new Settings(2.5, 2.0, Cells: 3)).Run(100).Last();
        var other = new Simulation(new Settings(2.5, 2.0, Cells: 3, Seed: 2)).Run(100).Last();

        Assert.Equal(first, second);
        Assert.NotEqual(first.Energy, other.Energy);
    }

    [Fact]
    public void The_error_of_a_mean_is_that_of_its_blocks()
    {
        var average = Average.Of([.. Enumerable.Range(0, 103).Select(i => i < 3 ? 1000.0 : (i - 3) / 10 % 2)]);

        Assert.Equal(0.5, average.Mean);
        Assert.Equal(Math.Sqrt(10 * 0.25 / 9 / 10), average.Error, 12);
    }

    private static double SecondVirialCoefficient(double temperature)
    {
        const double step = 1e-3;
        var sum = 0.0;
        for (var r = step / 2; r < 60; r += step)
        {
            var sixth = Math.Pow(r, -6);
            sum += (Math.Exp(-4 * sixth * (sixth - 1) / temperature) - 1) * r * r * step;
        }
        return -2 * Math.PI * sum;
    }
}
