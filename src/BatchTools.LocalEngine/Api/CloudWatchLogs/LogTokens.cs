using System.Globalization;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

/// <summary>The tokens of GetLogEvents: <c>f/…</c> goes on from an event, <c>b/…</c> goes back from one.</summary>
internal static class LogTokens
{
    private const int Length = 56;

    public static string Forward(long eventNumber) => $"f/{Digits(eventNumber)}/s";

    public static string Backward(long eventNumber) => $"b/{Digits(eventNumber)}/s";

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(Length, '0');

    /// <summary>Reads a token.</summary>
    /// <exception cref="ServiceError">InvalidParameterException: it is none of this engine's.</exception>
    public static (bool IsForward, long EventNumber) Read(string token) =>
        token.Split('/') is ["f" or "b", { Length: Length } digits, "s"]
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Logs.LogPosition.MaxEvent
            ? (token[0] == 'f', number)
            : throw ServiceError.InvalidParameter("The specified nextToken is invalid.");
}
