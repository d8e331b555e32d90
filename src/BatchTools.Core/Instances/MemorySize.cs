namespace BatchTools;

/// <summary>Sizes of memory as people write them.</summary>
internal static class MemorySize
{
    private const decimal Mebibyte = 1L << 20;

    private static readonly (string Unit, decimal Mebibytes)[] Units =
    [
        ("TiB", 1 << 20), ("TB", 1 << 20), ("GiB", 1 << 10), ("GB", 1 << 10), ("MiB", 1), ("MB", 1),
        ("T", 1 << 20), ("G", 1 << 10), ("M", 1),
    ];

    /// <summary>
    /// Reads a size as MiB: 16GB is 16,384, as PowerShell counts; a number alone is MiB, one of a million and more bytes. Null where it
    /// is none.
    /// </summary>
    public static decimal? Mebibytes(string text)
    {
        foreach (var (unit, mebibytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                return NumberRange.Number(text[..^unit.Length].TrimEnd()) * mebibytes;
        }

        return NumberRange.Number(text) is { } number ? number >= Mebibyte ? number / Mebibyte : number : null;
    }
}
