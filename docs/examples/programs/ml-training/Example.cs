namespace MlTraining;

/// <summary>One point of the plane and the class that it belongs to.</summary>
internal readonly record struct Example(double X, double Y, int Label);
