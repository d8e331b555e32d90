namespace DataProcessing;

/// <summary>The records of one kind in one hour, summed up.</summary>
internal sealed class Group
{
    public int Count { get; private set; }

    public double Sum { get; private set; }

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Most { get; private set; } = double.NegativeInfinity;

    public void Add(double amount)
    {
        Count++;
        Sum += amount;
        Least = Math.Min(Least, amount);
        Most = Math.Max(Most, amount);
    }
}
