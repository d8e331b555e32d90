namespace LennardJones;

/// <summary>
/// Argon as Lennard-Jones particles. Inside the simulation everything is in reduced units: lengths in sigma, energies in
/// epsilon, masses in that of an atom; here they become kelvin, kilobar, picoseconds and the like.
/// </summary>
internal static class Argon
{
    private const double Boltzmann = 1.380649e-23;      // J/K
    private const double Avogadro = 6.02214076e23;      // 1/mol
    private const double Sigma = 3.405e-10;             // m
    private const double WellDepth = 119.8;             // epsilon / Boltzmann, K
    private const double AtomMass = 39.948e-3 / Avogadro; // kg

    public static double Kelvin { get; } = WellDepth;

    public static double Kilobar { get; } = WellDepth * Boltzmann / (Sigma * Sigma * Sigma) / 1e8;

    public static double Picoseconds { get; } = Sigma * Math.Sqrt(AtomMass / (WellDepth * Boltzmann)) * 1e12;

    public static double KilojoulesPerMole { get; } = WellDepth * Boltzmann * Avogadro / 1e3;

    public static double GramsPerCubicCentimetre { get; } = AtomMass / (Sigma * Sigma * Sigma) / 1e3;
}
