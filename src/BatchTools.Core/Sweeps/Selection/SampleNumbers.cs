namespace BatchTools;

/// <summary>
/// Random numbers that a seed decides, the same on every machine and with every version of .NET: SplitMix64.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class SampleNumbers(int seed)
{
    private ulong _state = (uint)seed;

    /// <summary>A number from 0 up to, not including, a bound; each is as likely as any other.</summary>
    public long Below(long bound)
    {
        var limit = (ulong)bound;
        var cut = ulong.MaxValue - (ulong.MaxValue % limit);
        ulong number;
        do
        {
            number = Next();
        }
        while (number >= cut);
        return (long)(number % limit);
    }

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
