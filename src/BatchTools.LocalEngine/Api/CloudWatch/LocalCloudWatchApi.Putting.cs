using BatchTools.LocalEngine.Metrics;

namespace BatchTools.LocalEngine.Api.CloudWatch;

internal sealed partial class LocalCloudWatchApi
{
    private const int MostData = 1000;
    private const int MostValues = 150;

    private static readonly double Greatest = Math.Pow(2, 360);
    private static readonly TimeSpan MostPast = TimeSpan.FromDays(14);
    private static readonly TimeSpan MostFuture = TimeSpan.FromHours(2);

    public override async Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken)
    {
        if (request.Namespace!.StartsWith("AWS/", StringComparison.Ordinal))
            throw CloudWatchErrors.InvalidValue($"The value {Shortened.Text(request.Namespace)} for parameter Namespace is invalid: AWS/ is AWS's own.");
        List<MetricDatum> data = [.. request.MetricData ?? [], .. (request.EntityMetricData ?? []).SelectMany(static entity => entity.MetricData ?? [])];
        if (data.Count == 0)
            throw CloudWatchErrors.Missing("The parameter MetricData is required.");
        if (data.Count > MostData)
            throw CloudWatchErrors.InvalidValue($"The collection MetricData must not have a size greater than {MostData}.");

        // All of them are looked at before the first is put.
        var points = data.Select((datum, index) => Point(request.Namespace, datum, $"MetricData.member.{index + 1}")).ToList();
        foreach (var (key, point) in points)
            Metrics.Add(key, point);
        await Metrics.WhenDurableAsync();
        return new PutMetricDataResponse();
    }

    private (MetricKey Key, MetricPoint Point) Point(string @namespace, MetricDatum datum, string at)
    {
        CheckDimensions(datum.Dimensions, at);
        var resolution = datum.StorageResolution ?? 60;
        if (resolution is not (1 or 60))
            throw CloudWatchErrors.InvalidValue($"The parameter {at}.StorageResolution must be 1 or 60.");
        var time = Time(datum.Timestamp, at);
        var point = Values(datum, at) with { Time = time - (time % resolution), Unit = datum.Unit ?? StandardUnit.None };
        return (Key(@namespace, datum.MetricName!, datum.Dimensions), point);
    }

    private static MetricPoint Values(MetricDatum datum, string at)
    {
        var given = (datum.Value is null ? 0 : 1) + (datum.Values is null ? 0 : 1) + (datum.StatisticValues is null ? 0 : 1);
        if (given != 1)
        {
            throw CloudWatchErrors.InvalidCombination(given == 0
                ? $"At least one of the parameters {at}.Value, {at}.Values and {at}.StatisticValues must be specified."
                : $"The parameters {at}.Value, {at}.Values and {at}.StatisticValues are mutually exclusive and you have specified more than one.");
        }

        if (datum.Counts is not null && datum.Values is null)
            throw CloudWatchErrors.InvalidCombination($"The parameter {at}.Counts needs {at}.Values.");
        if (datum.Value is { } value)
            return One(value, 1, at);
        return datum.StatisticValues is { } set ? Statistics(set, at) : Many(datum.Values!, datum.Counts, at);
    }

    private static MetricPoint Many(List<double> values, List<double>? counts, string at)
    {
        if (values.Count is 0 or > MostValues)
            throw CloudWatchErrors.InvalidValue($"The collection {at}.Values must have 1 to {MostValues} values.");
        if (counts is not null && counts.Count != values.Count)
            throw CloudWatchErrors.InvalidValue($"The parameters {at}.Values and {at}.Counts must be of the same size.");
        return values.Select((value, index) => One(value, counts?[index] ?? 1, at)).Aggregate(static (one, other) => one.Add(other));
    }

    private static MetricPoint One(double value, double count, string at)
    {
        if (count <= 0 || count > Greatest)
            throw CloudWatchErrors.InvalidValue($"The value {count} for parameter {at}.Counts is invalid.");
        CheckNumber(value * count, at);
        return new MetricPoint(0, "", count, CheckNumber(value, at) * count, value, value);
    }

    private static MetricPoint Statistics(StatisticSet set, string at)
    {
        if (set is not { SampleCount: > 0 and { } count, Minimum: { } minimum, Maximum: { } maximum, Sum: { } sum } || minimum > maximum)
            throw CloudWatchErrors.InvalidValue($"The parameter {at}.StatisticValues needs SampleCount, Sum, Minimum and Maximum, a count of more than 0, and a minimum that is no more than the maximum.");
        foreach (var number in new[] { count, minimum, maximum, sum })
            CheckNumber(number, at);
        return new MetricPoint(0, "", count, sum, minimum, maximum);
    }

    private static double CheckNumber(double number, string at) => Math.Abs(number) <= Greatest
        ? number
        : throw CloudWatchErrors.InvalidValue($"A value of {at} is out of the range of -2^360 to 2^360.");

    private static void CheckDimensions(List<Dimension>? dimensions, string at)
    {
        var twice = (dimensions ?? []).GroupBy(static dimension => dimension.Name).FirstOrDefault(static same => same.Count() > 1);
        if (twice is not null)
            throw CloudWatchErrors.InvalidValue($"The dimension {Shortened.Text(twice.Key!)} is there twice in {at}.Dimensions.");
    }

    private long Time(double? timestamp, string at)
    {
        var now = Metrics.Now;
        var time = timestamp is null ? now.ToUnixTimeSeconds() : Seconds(timestamp, $"{at}.Timestamp");
        if (time < (now - MostPast).ToUnixTimeSeconds())
            throw CloudWatchErrors.InvalidValue($"The parameter {at}.Timestamp must specify a time within the past two weeks.");
        if (time > (now + MostFuture).ToUnixTimeSeconds())
            throw CloudWatchErrors.InvalidValue($"The parameter {at}.Timestamp must specify a time no more than two hours in the future.");
        return time;
    }
}
