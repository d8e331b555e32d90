namespace BatchTools;

/// <summary>Reads AWS's open enums: a value of tomorrow becomes the first member, UNKNOWN.</summary>
internal static class OpenEnum
{
    /// <summary>The member of that name, whatever its case; else UNKNOWN.</summary>
    public static T Read<T>(string? value)
        where T : struct, Enum =>
        Enum.TryParse<T>(value, ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : default;
}
