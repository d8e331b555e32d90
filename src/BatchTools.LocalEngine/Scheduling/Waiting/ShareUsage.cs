namespace BatchTools.LocalEngine.Scheduling.Waiting;

/// <summary>
/// The vCPU time of a share within a window. What was used a moment ago counts whole, what was used at the window's beginning
/// not at all, and in between it counts by its age in a straight line. Kept in 64 slots, so its cost does not grow with the jobs.
/// </summary>
internal sealed class ShareUsage
{
    private const int Slots = 64;

    // Each slot holds vCPU-milliseconds and the number of the slot of time that they belong to.
    private readonly (long Number, double Amount)[] _slots = new (long, double)[Slots];
    private long _window;

    /// <summary>Counts what was used from one time to another.</summary>
    public void Add(long from, long to, decimal vcpus, long window)
    {
        Fit(window);
        from = Math.Max(from, to - window);
        var length = SlotLength;
        while (from < to)
        {
            var number = from / length;
            var end = Math.Min(to, (number + 1) * length);
            ref var slot = ref _slots[number % Slots];
            if (slot.Number < number)
                slot = (number, 0);
            if (slot.Number == number)
                slot.Amount += (double)vcpus * (end - from);
            from = end;
        }
    }

    /// <summary>The decayed vCPU-milliseconds as they count at a time.</summary>
    public double At(long now, long window)
    {
        Fit(window);
        var sum = 0.0;
        foreach (var (number, amount) in _slots)
        {
            if (amount == 0)
                continue;
            var age = Math.Max(0, now - (number * SlotLength) - (SlotLength / 2.0));
            sum += amount * Math.Max(0, 1 - (age / window));
        }

        return sum;
    }

    private long SlotLength => Math.Max(1, (_window + Slots - 2) / (Slots - 1));

    private void Fit(long window)
    {
        if (window == _window)
            return;
        var length = SlotLength;
        var old = _slots.Where(static slot => slot.Amount > 0).OrderBy(static slot => slot.Number).ToList();
        Array.Clear(_slots);
        _window = window;
        foreach (var (number, amount) in old)
            Add(number * length, (number + 1) * length, (decimal)(amount / length), window);
    }
}
