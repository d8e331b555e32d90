namespace BatchTools;

/// <summary>Turns the service's times into ours and back.</summary>
internal static class ServiceTime
{
    /// <summary>Local time from milliseconds since 1970; null where the service sent none, or zero.</summary>
    public static DateTime? ToLocal(long? milliseconds) =>
        milliseconds is > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value).LocalDateTime : null;

    /// <summary>Milliseconds since 1970 of a time; one of no kind counts as local.</summary>
    public static long ToMilliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();
}
