namespace BatchTools.LocalEngine.Resources;

/// <summary>Which of the machine's GPUs are in use, by their indices. Guarded by the engine's gate.</summary>
internal sealed class GpuPool
{
    private readonly SortedSet<int> _used = [];

    /// <summary>Gives away the free GPUs with the lowest indices; there must be as many.</summary>
    public int[] Take(int count)
    {
        var taken = new int[count];
        var index = 0;
        for (var given = 0; given < count; index++)
        {
            if (_used.Add(index))
                taken[given++] = index;
        }

        return taken;
    }

    public void Return(int[] gpus) => _used.ExceptWith(gpus);
}
