namespace MlTraining;

/// <summary>How training stood after one pass over the data.</summary>
internal readonly record struct Epoch(int Number, double Loss, double ValidationLoss, double Accuracy);
