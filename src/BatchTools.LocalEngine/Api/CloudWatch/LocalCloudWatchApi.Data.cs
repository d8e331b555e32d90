using BatchTools.LocalEngine.Metrics;

namespace BatchTools.LocalEngine.Api.CloudWatch;

internal sealed partial class LocalCloudWatchApi
{
    private const int MostQueries = 500;
    private const int MostPageDatapoints = 100_800;

    public override async Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken)
    {
        var (start, end) = Span(request.StartTime, request.EndTime);
        var queries = request.MetricDataQueries!;
        if (queries.Count is 0 or > MostQueries)
            throw CloudWatchErrors.Validation($"The collection MetricDataQueries must have 1 to {MostQueries} queries.");
        for (var index = 0; index < queries.Count; index++)
            Check(queries[index], $"MetricDataQueries.member.{index + 1}");
        if (queries.DistinctBy(static query => query.Id).Count() < queries.Count)
            throw CloudWatchErrors.Validation("The values for parameter Id in MetricDataQueries are not unique.");
        var most = request.MaxDatapoints ?? MostPageDatapoints;
        if (most is < 1 or > MostPageDatapoints)
            throw CloudWatchErrors.Validation($"The parameter MaxDatapoints must be from 1 to {MostPageDatapoints}.");
        var skip = OffsetPaging.Place(request.NextToken, CloudWatchErrors.InvalidToken);
        await Metrics.WhenDurableAsync();

        var isDescending = request.ScanBy != ScanBy.TimestampAscending;
        return Page(queries.FindAll(static query => query.ReturnData != false), query => Series(query, start, end, isDescending), skip, most);
    }

    // Datapoints are counted through all series in their order: a token says how many have been given.
    private static GetMetricDataResponse Page(List<MetricDataQuery> queries, Func<MetricDataQuery, List<MetricPoint>> read, int skip, int most)
    {
        var results = new List<MetricDataResult>();
        var (passed, left) = (0, most);
        foreach (var query in queries)
        {
            var points = read(query);
            var from = Math.Clamp(skip - passed, 0, points.Count);
            passed += points.Count;
            if (from == points.Count && skip > 0 && passed <= skip)
                continue;
            var part = points.GetRange(from, Math.Min(left, points.Count - from));
            left -= part.Count;
            var isWhole = from + part.Count == points.Count;
            results.Add(Describe(query, part, isWhole));
            if (!isWhole)
                return new GetMetricDataResponse { MetricDataResults = results, Messages = [], NextToken = OffsetPaging.Token(skip + most) };
        }

        return new GetMetricDataResponse { MetricDataResults = results, Messages = [] };
    }

    private List<MetricPoint> Series(MetricDataQuery query, long start, long end, bool isDescending)
    {
        var stat = query.MetricStat!;
        var series = MetricSeries.Of(start, end, stat.Period!.Value);
        var points = Gather(Key(stat.Metric!.Namespace!, stat.Metric.MetricName!, stat.Metric.Dimensions), series, stat.Unit, byUnit: false);
        if (isDescending)
            points.Reverse();
        return points;
    }

    private static MetricDataResult Describe(MetricDataQuery query, List<MetricPoint> points, bool isWhole) => new()
    {
        Id = query.Id,
        Label = query.Label ?? query.MetricStat!.Metric!.MetricName,
        StatusCode = isWhole ? StatusCode.Complete : StatusCode.PartialData,
        Timestamps = points.ConvertAll(static point => (double)point.Time),
        Values = points.ConvertAll(point => Value(point, query.MetricStat!.Stat!)),
    };

    private static void Check(MetricDataQuery query, string at)
    {
        if (!char.IsAsciiLetterLower(query.Id![0]) || !query.Id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw CloudWatchErrors.Validation($"The value {Shortened.Text(query.Id)} for parameter {at}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        if (query.Expression is not null)
            throw CloudWatchErrors.Validation($"The local engine does not evaluate expressions: give {at}.MetricStat.");
        if (query.MetricStat is not { Metric: { } metric } stat)
            throw CloudWatchErrors.Validation($"The parameter {at}.MetricStat is required.");
        if (metric.Namespace is null || metric.MetricName is null)
            throw CloudWatchErrors.Validation($"The parameter {at}.MetricStat.Metric needs Namespace and MetricName.");
        if (!Statistic.IsDefined(stat.Stat!))
            throw CloudWatchErrors.Validation($"The value {Shortened.Text(stat.Stat!)} for parameter {at}.MetricStat.Stat is not offered; the local engine has {string.Join(", ", Statistic.Values)}.");
        CheckPeriod(stat.Period, $"{at}.MetricStat.Period");
    }
}
