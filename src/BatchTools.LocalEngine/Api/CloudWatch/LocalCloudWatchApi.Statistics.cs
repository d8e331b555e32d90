using BatchTools.LocalEngine.Metrics;

namespace BatchTools.LocalEngine.Api.CloudWatch;

internal sealed partial class LocalCloudWatchApi
{
    private const int MostDatapoints = 1440;

    public override async Task<GetMetricStatisticsResponse> GetMetricStatisticsAsync(GetMetricStatisticsRequest request, CancellationToken cancellationToken)
    {
        if (request.ExtendedStatistics is { Count: > 0 })
            throw CloudWatchErrors.InvalidValue("The local engine keeps no percentiles: ExtendedStatistics is not offered.");
        if (request.Statistics is not { Count: > 0 } wanted)
            throw CloudWatchErrors.Missing("Must specify either Statistics or ExtendedStatistics.");
        CheckPeriod(request.Period, "Period");
        var (start, end) = Span(request.StartTime, request.EndTime);
        var series = MetricSeries.Of(start, end, request.Period!.Value);
        if (series.Count > MostDatapoints)
        {
            throw CloudWatchErrors.InvalidCombination(FormattableString.Invariant(
                $"You have requested up to {series.Count:N0} datapoints, which exceeds the limit of {MostDatapoints:N0}. You may reduce the datapoints requested by increasing Period, or decreasing the time range."));
        }

        await Metrics.WhenDurableAsync();
        var points = Gather(Key(request.Namespace!, request.MetricName!, request.Dimensions), series, request.Unit, byUnit: true);
        return new GetMetricStatisticsResponse { Label = request.MetricName, Datapoints = points.ConvertAll(point => Describe(point, wanted)) };
    }

    private List<MetricPoint> Gather(MetricKey key, MetricSeries series, string? unit, bool byUnit) =>
        Metrics.Read(reader => series.Gather(reader.Points(key, Math.Max(series.Start, Metrics.Oldest), series.End, unit), byUnit).ToList());

    private static Datapoint Describe(MetricPoint point, List<string> statistics) => new()
    {
        Timestamp = point.Time,
        Unit = point.Unit,
        SampleCount = Wanted(point, Statistic.SampleCount, statistics),
        Average = Wanted(point, Statistic.Average, statistics),
        Sum = Wanted(point, Statistic.Sum, statistics),
        Minimum = Wanted(point, Statistic.Minimum, statistics),
        Maximum = Wanted(point, Statistic.Maximum, statistics),
    };

    private static double? Wanted(MetricPoint point, string statistic, List<string> statistics) =>
        statistics.Contains(statistic) ? Value(point, statistic) : null;

    private static double Value(MetricPoint point, string statistic) => statistic switch
    {
        Statistic.SampleCount => point.Count,
        Statistic.Average => point.Sum / point.Count,
        Statistic.Sum => point.Sum,
        Statistic.Minimum => point.Minimum,
        _ => point.Maximum,
    };
}
