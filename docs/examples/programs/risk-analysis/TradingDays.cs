namespace RiskAnalysis;

/// <summary>Time as markets count it: 252 trading days a year, here all weekdays.</summary>
internal static class TradingDays
{
    public const double InYear = 252;

    /// <summary>The weekdays after <paramref name="start"/> up to and including <paramref name="end"/>.</summary>
    public static int Between(DateOnly start, DateOnly end)
    {
        var days = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
            days += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        return days;
    }
}
