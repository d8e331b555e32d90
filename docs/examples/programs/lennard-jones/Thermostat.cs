using ExamplePrograms;

namespace LennardJones;

/// <summary>
/// Stochastic velocity rescaling (Bussi, Donadio, Parrinello 2007): the kinetic energy relaxes to its canonical distribution,
/// not merely to its mean.
/// </summary>
internal sealed class Thermostat(ParticleSystem system, double temperature, Normal normal)
{
    private const double RelaxationTime = 0.2;

    public void Apply(double time)
    {
        var freedom = system.DegreesOfFreedom;
        var kinetic = system.KineticEnergy;
        var share = temperature / (2 * kinetic);
        var memory = Math.Exp(-time / RelaxationTime);
        var chance = normal.Next();
        var factor = memory
            + share * (1 - memory) * (chance * chance + normal.SumOfSquares(freedom - 1))
            + 2 * chance * Math.Sqrt(memory * (1 - memory) * share);
        system.ScaleVelocities(Math.Sqrt(factor));
    }
}
