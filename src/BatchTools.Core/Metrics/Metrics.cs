using Amazon.CloudWatch.Model;

namespace BatchTools;

/// <summary>Publishes metrics to CloudWatch.</summary>
/// <param name="connection">The connection to publish on.</param>
/// <param name="namespace">The namespace.</param>
internal sealed class Metrics(BatchConnection connection, string @namespace)
{
    private const int MostInOneCall = 500;

    /// <summary>The metrics of a measure; a value that is not known is left out.</summary>
    /// <param name="source">The measure.</param>
    /// <param name="dimensions">More dimensions; one of the same name goes first.</param>
    public IReadOnlyList<BatchMetric> Of(MetricSource source, IReadOnlyDictionary<string, string> dimensions)
    {
        var all = source.Dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Value, StringComparer.Ordinal);
        foreach (var (name, value) in dimensions)
            all[name] = value;
        return
        [
            .. from value in source.Values
               where value.Value is not null
               select new BatchMetric
               {
                   Namespace = @namespace, MetricName = value.Name, Dimensions = all, Value = value.Value!.Value, Unit = value.Unit,
                   Timestamp = source.Time, Connection = connection,
               },
        ];
    }

    /// <summary>Publishes metrics.</summary>
    /// <exception cref="BatchException">CloudWatch refuses them.</exception>
    public async Task PublishAsync(IReadOnlyList<BatchMetric> metrics, CancellationToken cancellationToken)
    {
        var call = new ServiceCall(connection, "cloudwatch:PutMetricData", @namespace);
        foreach (var chunk in metrics.Chunk(MostInOneCall))
        {
            var request = new PutMetricDataRequest { Namespace = @namespace, MetricData = [.. chunk.Select(ToDatum)] };
            await call.InvokeAsync(token => connection.CloudWatch.PutMetricDataAsync(request, token), cancellationToken);
        }
    }

    private static MetricDatum ToDatum(BatchMetric metric) => new()
    {
        MetricName = metric.MetricName,
        Dimensions = [.. metric.Dimensions.Select(dimension => new Dimension { Name = dimension.Key, Value = dimension.Value })],
        Value = metric.Value,
        Unit = metric.Unit,
        Timestamp = metric.Timestamp.ToUniversalTime(),
    };
}
