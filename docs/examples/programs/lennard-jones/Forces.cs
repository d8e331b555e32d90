namespace LennardJones;

/// <summary>The forces between the particles, with the energy and the virial that go with them, cut off at 2.5 sigma.</summary>
internal sealed class Forces(ParticleSystem system)
{
    public const double Cutoff = 2.5;
    private const double Skin = 0.3;
    private static readonly double EnergyAtCutoff = 4 * (Math.Pow(Cutoff, -12) - Math.Pow(Cutoff, -6));

    private readonly NeighbourList _neighbours = new(system, Cutoff, Skin);
    private int _pairs;

    public double[] Values { get; } = new double[3 * system.Count];

    /// <summary>The energy that the motion conserves: shifted so that it is zero at the cut-off.</summary>
    public double ShiftedEnergy { get; private set; }

    public double Virial { get; private set; }

    /// <summary>The energy of the uncut potential: beyond the cut-off the particles are taken as spread evenly.</summary>
    public double PotentialEnergy =>
        ShiftedEnergy + _pairs * EnergyAtCutoff
        + system.Count * system.Density * (8 * Math.PI / 3) * (Math.Pow(Cutoff, -9) / 3 - Math.Pow(Cutoff, -3));

    /// <summary>The pressure, with the part from beyond the cut-off.</summary>
    public double Pressure =>
        (2 * system.KineticEnergy + Virial) / (3 * system.Volume)
        + 16 * Math.PI / 3 * system.Density * system.Density * (2 * Math.Pow(Cutoff, -9) / 3 - Math.Pow(Cutoff, -3));

    public void Compute()
    {
        if (system.Edge < 2 * Cutoff)
            throw new ArgumentException("The box became smaller than two cut-offs: the pressure is too high for this many particles.");
        _neighbours.Refresh();
        Array.Clear(Values);
        var (positions, edge, inverseEdge) = (system.Positions, system.Edge, 1 / system.Edge);
        double energy = 0, virial = 0;
        var pairs = 0;
        for (var i = 0; i < system.Count; i++)
        {
            var (px, py, pz) = (positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]);
            double fx = 0, fy = 0, fz = 0;
            foreach (var j in _neighbours.Of(i))
            {
                var x = px - positions[3 * j];
                var y = py - positions[3 * j + 1];
                var z = pz - positions[3 * j + 2];
                x -= edge * Math.Round(x * inverseEdge);
                y -= edge * Math.Round(y * inverseEdge);
                z -= edge * Math.Round(z * inverseEdge);
                var square = x * x + y * y + z * z;
                if (square >= Cutoff * Cutoff)
                    continue;
                var inverse = 1 / square;
                var sixth = inverse * inverse * inverse;
                var pairVirial = 48 * sixth * (sixth - 0.5);
                var force = pairVirial * inverse;
                energy += 4 * sixth * (sixth - 1) - EnergyAtCutoff;
                virial += pairVirial;
                pairs++;
                fx += force * x;
                fy += force * y;
                fz += force * z;
                Values[3 * j] -= force * x;
                Values[3 * j + 1] -= force * y;
                Values[3 * j + 2] -= force * z;
            }
            Values[3 * i] += fx;
            Values[3 * i + 1] += fy;
            Values[3 * i + 2] += fz;
        }
        (ShiftedEnergy, Virial, _pairs) = (energy, virial, pairs);
    }
}
