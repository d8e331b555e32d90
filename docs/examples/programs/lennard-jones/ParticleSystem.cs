using ExamplePrograms;

namespace LennardJones;

/// <summary>Particles in a periodic cube: their positions, their velocities and the cube's edge.</summary>
internal sealed class ParticleSystem
{
    public ParticleSystem(Settings settings, Normal normal)
    {
        Count = 4 * settings.Cells * settings.Cells * settings.Cells;
        Edge = Math.Cbrt(Count / settings.Density);
        Positions = FaceCentredLattice(settings.Cells, Edge);
        Velocities = new double[3 * Count];
        for (var i = 0; i < Velocities.Length; i++)
            Velocities[i] = normal.Next();
        StopDrift();
        ScaleVelocities(Math.Sqrt((settings.Temperature ?? settings.StartTemperature) / Temperature));
    }

    public int Count { get; }

    /// <summary>x, y and z of each particle, one after the other; never folded back into the cube.</summary>
    public double[] Positions { get; }

    public double[] Velocities { get; }

    public double Edge { get; private set; }

    public double Volume => Edge * Edge * Edge;

    public double Density => Count / Volume;

    /// <summary>Three for each particle, less three for the centre of mass, which rests.</summary>
    public int DegreesOfFreedom => 3 * Count - 3;

    public double KineticEnergy
    {
        get
        {
            var sum = 0.0;
            foreach (var velocity in Velocities)
                sum += velocity * velocity;
            return sum / 2;
        }
    }

    public double Temperature => 2 * KineticEnergy / DegreesOfFreedom;

    public void ScaleVelocities(double factor)
    {
        for (var i = 0; i < Velocities.Length; i++)
            Velocities[i] *= factor;
    }

    public void ScaleBox(double factor)
    {
        Edge *= factor;
        for (var i = 0; i < Positions.Length; i++)
            Positions[i] *= factor;
    }

    private void StopDrift()
    {
        for (var axis = 0; axis < 3; axis++)
        {
            var sum = 0.0;
            for (var i = axis; i < Velocities.Length; i += 3)
                sum += Velocities[i];
            for (var i = axis; i < Velocities.Length; i += 3)
                Velocities[i] -= sum / Count;
        }
    }

    private static double[] FaceCentredLattice(int cells, double edge)
    {
        (double X, double Y, double Z)[] basis = [(0, 0, 0), (0, .5, .5), (.5, 0, .5), (.5, .5, 0)];
        var step = edge / cells;
        return
        [
            .. from x in Enumerable.Range(0, cells)
               from y in Enumerable.Range(0, cells)
               from z in Enumerable.Range(0, cells)
               from site in basis
               from coordinate in new[] { x + site.X, y + site.Y, z + site.Z }
               select coordinate * step,
        ];
    }
}
