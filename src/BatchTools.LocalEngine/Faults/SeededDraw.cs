namespace BatchTools.LocalEngine.Faults;

/// <summary>
/// Numbers by chance that depend on nothing but a seed and a key: the same on every machine and run, and whatever is drawn
/// in between.
/// </summary>
internal static class SeededDraw
{
    /// <summary>A number from 0 up to, not including, 1.</summary>
    public static double Unit(int seed, string key)
    {
        // FNV-1a over the key, then the finish of SplitMix64, which makes near keys far apart.
        var hash = 0xcbf29ce484222325UL ^ ((ulong)(uint)seed * 0x9e3779b97f4a7c15UL);
        foreach (var character in key)
            hash = (hash ^ character) * 0x100000001b3UL;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebUL;
        hash ^= hash >> 31;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}
