using ExamplePrograms;

namespace LennardJones;

/// <summary>Molecular dynamics by the velocity Verlet scheme.</summary>
internal sealed class Simulation
{
    private const int StepsBetweenCouplings = 10;

    private readonly ParticleSystem _system;
    private readonly Forces _forces;
    private readonly Thermostat? _thermostat;
    private readonly Barostat? _barostat;
    private readonly double _timestep;
    private int _step;

    public Simulation(Settings settings)
    {
        var normal = new Normal(settings.Seed);
        _timestep = settings.Timestep;
        _system = new ParticleSystem(settings, normal);
        _forces = new Forces(_system);
        if (settings.Temperature is { } temperature)
            _thermostat = new Thermostat(_system, temperature, normal);
        if (settings.Pressure is { } pressure)
            _barostat = new Barostat(_system, pressure, settings.Temperature ?? settings.StartTemperature, normal);
        _forces.Compute();
    }

    public ParticleSystem System => _system;

    public Forces Forces => _forces;

    /// <summary>Goes on for so many steps, measuring at every tenth.</summary>
    public IEnumerable<Sample> Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Step();
            if (++_step % StepsBetweenCouplings != 0)
                continue;
            yield return Measure();
            Couple();
        }
    }

    private void Step()
    {
        Kick();
        var (positions, velocities) = (_system.Positions, _system.Velocities);
        for (var i = 0; i < positions.Length; i++)
            positions[i] += _timestep * velocities[i];
        _forces.Compute();
        Kick();
    }

    private void Kick()
    {
        var (velocities, forces) = (_system.Velocities, _forces.Values);
        for (var i = 0; i < velocities.Length; i++)
            velocities[i] += _timestep / 2 * forces[i];
    }

    private Sample Measure()
    {
        var potential = _forces.PotentialEnergy / _system.Count;
        return new Sample(
            _step, _system.Temperature, _forces.Pressure, potential, potential + _system.KineticEnergy / _system.Count, _system.Density);
    }

    private void Couple()
    {
        _thermostat?.Apply(StepsBetweenCouplings * _timestep);
        if (_barostat is null)
            return;
        _barostat.Apply(_forces.Pressure, StepsBetweenCouplings * _timestep);
        _forces.Compute();
    }
}
