namespace LennardJones;

/// <summary>What was measured at one step, in reduced units; energies are those of one particle.</summary>
internal readonly record struct Sample(int Step, double Temperature, double Pressure, double PotentialEnergy, double Energy, double Density);
