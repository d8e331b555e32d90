using BatchTools.LocalEngine.Metrics;

namespace BatchTools.LocalEngine.Api.CloudWatch;

internal sealed partial class LocalCloudWatchApi
{
    private const int MostMetrics = 500;

    private static readonly TimeSpan Recently = TimeSpan.FromHours(3);

    public override async Task<ListMetricsResponse> ListMetricsAsync(ListMetricsRequest request, CancellationToken cancellationToken)
    {
        await Metrics.WhenDurableAsync();
        var after = OffsetPaging.Place(request.NextToken, CloudWatchErrors.InvalidToken);
        var since = request.RecentlyActive is null ? Metrics.Oldest : (Metrics.Now - Recently).ToUnixTimeSeconds();
        return Metrics.Read(reader =>
        {
            var found = reader.Metrics(after, since, request.Namespace, request.MetricName).Where(metric => HasAll(metric, request.Dimensions)).Take(MostMetrics + 1).ToList();
            var page = found.Take(MostMetrics).ToList();
            return new ListMetricsResponse
            {
                Metrics = page.ConvertAll(Describe),
                NextToken = found.Count > MostMetrics ? OffsetPaging.Token((int)page[^1].Id) : null,
            };
        });
    }

    private static bool HasAll(MetricEntry metric, List<DimensionFilter>? filters)
    {
        if (filters is not { Count: > 0 })
            return true;
        var dimensions = DimensionText.Read(metric.Key.Dimensions);
        return filters.TrueForAll(filter => dimensions.Exists(dimension => dimension.Name == filter.Name && (filter.Value ?? dimension.Value) == dimension.Value));
    }

    private static Metric Describe(MetricEntry metric) => new()
    {
        Namespace = metric.Key.Namespace,
        MetricName = metric.Key.Name,
        Dimensions = DimensionText.Read(metric.Key.Dimensions).ConvertAll(static dimension => new Dimension { Name = dimension.Name, Value = dimension.Value }),
    };
}
