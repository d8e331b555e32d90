namespace LennardJones;

/// <summary>What to simulate, in reduced units.</summary>
/// <param name="Temperature">The temperature that the thermostat holds; null leaves the energy alone.</param>
/// <param name="Pressure">The pressure that the barostat holds; null leaves the box alone.</param>
/// <param name="Density">Particles in a unit of volume at the start.</param>
/// <param name="Cells">Unit cells of four particles along each edge of the box at the start.</param>
/// <param name="Timestep">Time between two steps.</param>
/// <param name="Seed">The start velocities and the thermostat's and barostat's chance follow from it.</param>
internal sealed record Settings(
    double? Temperature, double? Pressure, double Density = 0.6, int Cells = 4, double Timestep = 0.0025, int Seed = 1)
{
    /// <summary>The temperature of the start velocities when there is no thermostat.</summary>
    public double StartTemperature { get; init; } = 2.5;
}
