using ExamplePrograms;

namespace LennardJones;

/// <summary>
/// Stochastic cell rescaling (Bernetti, Bussi 2020): the box breathes about the volume at which the pressure is the wanted one,
/// with the fluctuations that belong to that pressure and temperature.
/// </summary>
internal sealed class Barostat(ParticleSystem system, double pressure, double temperature, Normal normal)
{
    private const double RelaxationTime = 1;

    // Only the speed of the approach depends on it, so a rough value of the dense fluid does for all.
    private const double Compressibility = 0.1;

    public void Apply(double currentPressure, double time)
    {
        var rate = Compressibility * time / RelaxationTime;
        var strain = rate * (currentPressure - pressure) + Math.Sqrt(2 * temperature * rate / system.Volume) * normal.Next();
        var factor = Math.Exp(Math.Clamp(strain, -0.05, 0.05) / 3);
        system.ScaleBox(factor);
        system.ScaleVelocities(1 / factor);
    }
}
