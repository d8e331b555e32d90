using BatchTools.LocalEngine.Metrics;

namespace BatchTools.LocalEngine.Api.CloudWatch;

/// <summary>CloudWatch, as far as metrics are put into it and read from it.</summary>
internal sealed partial class LocalCloudWatchApi(Lazy<MetricStore> metrics) : CloudWatchApi
{
    private const double LatestTime = 253_402_300_799;

    private MetricStore Metrics => metrics.Value;

    private static MetricKey Key(string @namespace, string name, List<Dimension>? dimensions) =>
        new(@namespace, name, DimensionText.Write((dimensions ?? []).Select(static dimension => (dimension.Name!, dimension.Value!))));

    // Seconds since 1970; a year of more than four digits is no time.
    private static long Seconds(double? time, string name) => time is >= 0 and <= LatestTime
        ? (long)time.Value
        : throw CloudWatchErrors.InvalidValue($"The value {time} for parameter {name} is invalid.");

    private static (long Start, long End) Span(double? startTime, double? endTime)
    {
        var (start, end) = (Seconds(startTime, "StartTime"), Seconds(endTime, "EndTime"));
        return start < end ? (start, end) : throw CloudWatchErrors.Validation("The parameter StartTime must be less than the parameter EndTime.");
    }

    private static void CheckPeriod(int? period, string name)
    {
        if (period is not (1 or 5 or 10 or 20 or 30) && period % 60 != 0)
            throw CloudWatchErrors.InvalidValue($"The parameter {name} must be 1, 5, 10, 20, 30 or a multiple of 60.");
    }
}
