using System.Text.Json;

namespace BatchTools.LocalEngine.Tests.Api.CloudWatch;

public sealed class LocalCloudWatchApiTests : IDisposable
{
    private readonly CloudWatchFixture _cloudWatch = new();

    public void Dispose() => _cloudWatch.Dispose();

    [Fact]
    public async Task Values_are_added_up_by_period_and_unit()
    {
        await _cloudWatch.PutAsync(600, 1);
        await _cloudWatch.PutAsync(599, 4);
        await _cloudWatch.PutAsync(540, 7);
        await _cloudWatch.PutAsync(60, -2);
        await _cloudWatch.PutAsync(60, 3, "Count");

        var points = await StatisticsAsync(600, 0, 300);

        Assert.Equal(
            [(-600, "None", 3, 12, 4, 1, 7), (-300, "Count", 1, 3, 3, 3, 3), (-300, "None", 1, -2, -2, -2, -2)],
            points.OrderBy(point => (point.Time, point.Unit)));
    }

    [Fact]
    public async Task The_end_is_no_part_of_a_span_and_the_start_is_rounded_down_to_the_minute()
    {
        await _cloudWatch.PutAsync(120, 1);
        await _cloudWatch.PutAsync(60, 2);

        var points = await StatisticsAsync(90, 60, 60);

        Assert.Equal([(-120, 1.0)], points.Select(point => (point.Time, point.Sum)));
    }

    [Fact]
    public async Task Values_with_counts_and_sets_of_statistics_are_put_too()
    {
        var body = """
            {"Namespace":"N","MetricData":[{"MetricName":"m","Timestamp":NOW,"Values":[2,5],"Counts":[3,1]},
            {"MetricName":"m","Timestamp":NOW,"StatisticValues":{"SampleCount":2,"Sum":30,"Minimum":10,"Maximum":20}}]}
            """.Replace("NOW", $"{_cloudWatch.Now - 60}", StringComparison.Ordinal);
        await _cloudWatch.CallAsync("PutMetricData", body);

        Assert.Equal([(-60, "None", 6, 41, 41 / 6.0, 2, 20)], await StatisticsAsync(60, 0, 60));
    }

    [Fact]
    public async Task A_resolution_of_a_second_can_be_read_by_the_second()
    {
        var body = $$"""{"Namespace":"N","MetricData":[{"MetricName":"m","Timestamp":{{_cloudWatch.Now - 7}},"Value":1,"StorageResolution":1}]}""";
        await _cloudWatch.CallAsync("PutMetricData", body);

        Assert.Equal([(-10, 1.0)], (await StatisticsAsync(30, 0, 5)).Select(point => (point.Time, point.Sum)));
    }

    [Fact]
    public async Task Metrics_are_listed_by_namespace_name_and_dimensions_page_by_page()
    {
        for (var part = 0; part < 2; part++)
        {
            var data = Enumerable.Range(part * 300, 300).Select(i => $$"""{"MetricName":"m{{i % 2}}","Dimensions":[{"Name":"i","Value":"{{i}}"},{"Name":"half","Value":"{{i / 300}}"}],"Value":1}""");
            await _cloudWatch.CallAsync("PutMetricData", $$"""{"Namespace":"N","MetricData":[{{string.Join(',', data)}}]}""");
        }

        var first = await _cloudWatch.CallAsync("ListMetrics", """{"Namespace":"N"}""");
        var second = await _cloudWatch.CallAsync("ListMetrics", $$"""{"Namespace":"N","NextToken":"{{first.GetProperty("NextToken").GetString()}}"}""");
        var some = await _cloudWatch.CallAsync("ListMetrics", """{"MetricName":"m1","Dimensions":[{"Name":"half","Value":"1"},{"Name":"i"}]}""");

        Assert.Equal((500, 100), (Count(first), Count(second)));
        Assert.False(second.TryGetProperty("NextToken", out _));
        Assert.Equal(150, Count(some));
        Assert.Equal(0, Count(await _cloudWatch.CallAsync("ListMetrics", """{"Namespace":"Other"}""")));
    }

    [Fact]
    public async Task Values_are_gone_after_fifteen_days_and_recent_metrics_can_be_told_apart()
    {
        await _cloudWatch.PutAsync(0, 1);
        _cloudWatch.Time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(0, Count(await _cloudWatch.CallAsync("ListMetrics", """{"RecentlyActive":"PT3H"}""")));
        Assert.Equal(1, Count(await _cloudWatch.CallAsync("ListMetrics", "{}")));

        _cloudWatch.Time.Advance(TimeSpan.FromDays(15));
        Assert.Equal(0, Count(await _cloudWatch.CallAsync("ListMetrics", "{}")));
        Assert.Empty(await StatisticsAsync(20 * 86_400, 0, 86_400));
    }

    [Fact]
    public async Task Metric_data_are_read_newest_first_and_page_by_page()
    {
        for (var i = 1; i <= 5; i++)
            await _cloudWatch.PutAsync(60 * i, i);
        const string Query = """{"Id":"a","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"Sum"}}""";
        var queries = $"[{Query},{Query.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)},{Query.Replace("\"a\"", "\"c\",\"ReturnData\":false", StringComparison.Ordinal)}]";
        var values = new Dictionary<string, List<double>> { ["a"] = [], ["b"] = [] };
        var states = new List<string>();
        var token = "";
        do
        {
            var page = await _cloudWatch.CallAsync(
                "GetMetricData", $$"""{"MetricDataQueries":{{queries}},"StartTime":{{_cloudWatch.Now - 300}},"EndTime":{{_cloudWatch.Now}},"MaxDatapoints":4{{token}}}""");
            foreach (var result in page.GetProperty("MetricDataResults").EnumerateArray())
            {
                values[result.GetProperty("Id").GetString()!].AddRange(result.GetProperty("Values").EnumerateArray().Select(value => value.GetDouble()));
                states.Add(result.GetProperty("StatusCode").GetString()!);
            }

            token = page.TryGetProperty("NextToken", out var next) ? $",\"NextToken\":\"{next.GetString()}\"" : "";
        }
        while (token.Length > 0);

        Assert.Equal([1, 2, 3, 4, 5], values["a"]);
        Assert.Equal([1, 2, 3, 4, 5], values["b"]);
        Assert.Equal(["PartialData", "Complete", "PartialData", "Complete"], states);
    }

    [Theory]
    [InlineData("PutMetricData", """{"MetricData":[]}""", "ValidationError")]
    [InlineData("PutMetricData", """{"Namespace":"N"}""", "MissingRequiredParameterException")]
    [InlineData("PutMetricData", """{"Namespace":"AWS/EC2","MetricData":[{"MetricName":"m","Value":1}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m"}]}""", "InvalidParameterCombinationException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Values":[1]}]}""", "InvalidParameterCombinationException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Counts":[1]}]}""", "InvalidParameterCombinationException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Values":[1,2],"Counts":[1]}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Values":[1],"Counts":[0]}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1e300}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Timestamp":1}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Timestamp":1e300}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Unit":"Apples"}]}""", "ValidationError")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":"one"}]}""", "SerializationException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"StorageResolution":7}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1,"Dimensions":[{"Name":"a","Value":"1"},{"Name":"a","Value":"2"}]}]}""", "InvalidParameterValueException")]
    [InlineData("PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","StatisticValues":{"SampleCount":1,"Sum":1,"Minimum":2,"Maximum":1}}]}""", "InvalidParameterValueException")]
    [InlineData("GetMetricStatistics", """{"Namespace":"N","MetricName":"m","StartTime":0,"EndTime":60,"Period":60}""", "MissingRequiredParameterException")]
    [InlineData("GetMetricStatistics", """{"Namespace":"N","MetricName":"m","StartTime":60,"EndTime":60,"Period":60,"Statistics":["Sum"]}""", "ValidationError")]
    [InlineData("GetMetricStatistics", """{"Namespace":"N","MetricName":"m","StartTime":0,"EndTime":60,"Period":61,"Statistics":["Sum"]}""", "InvalidParameterValueException")]
    [InlineData("GetMetricStatistics", """{"Namespace":"N","MetricName":"m","StartTime":0,"EndTime":86460,"Period":60,"Statistics":["Sum"]}""", "InvalidParameterCombinationException")]
    [InlineData("GetMetricStatistics", """{"Namespace":"N","MetricName":"m","StartTime":0,"EndTime":60,"Period":60,"Statistics":["Sum"],"ExtendedStatistics":["p90"]}""", "InvalidParameterValueException")]
    [InlineData("GetMetricData", """{"StartTime":0,"EndTime":60,"MetricDataQueries":[]}""", "ValidationError")]
    [InlineData("GetMetricData", """{"StartTime":0,"EndTime":60,"MetricDataQueries":[{"Id":"a","Expression":"1+1"}]}""", "ValidationError")]
    [InlineData("GetMetricData", """{"StartTime":0,"EndTime":60,"MetricDataQueries":[{"Id":"A"}]}""", "ValidationError")]
    [InlineData("GetMetricData", """{"StartTime":0,"EndTime":60,"MetricDataQueries":[{"Id":"a","MetricStat":{"Metric":{},"Period":60,"Stat":"Sum"}}]}""", "ValidationError")]
    [InlineData("GetMetricData", """{"StartTime":0,"EndTime":60,"MetricDataQueries":[{"Id":"a","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"p99"}}]}""", "ValidationError")]
    [InlineData("ListMetrics", """{"NextToken":"x"}""", "InvalidNextToken")]
    [InlineData("PutDashboard", "{}", "UnknownOperationException")]
    public async Task A_fault_of_the_client_is_refused(string operation, string body, string type)
    {
        var reply = await _cloudWatch.AskAsync(operation, body);

        Assert.Equal((400, type), (reply.Status, reply.ErrorType));
        Assert.Equal(type, Wire.Member(reply, "__type"));
        Assert.NotEmpty(Wire.Message(reply));
    }

    private static int Count(JsonElement list) => list.GetProperty("Metrics").GetArrayLength();

    // Times are relative to now.
    private async Task<List<(int Time, string Unit, double Count, double Sum, double Average, double Minimum, double Maximum)>> StatisticsAsync(long from, long to, int period)
    {
        var answer = await _cloudWatch.CallAsync(
            "GetMetricStatistics",
            $$"""{"Namespace":"N","MetricName":"m","StartTime":{{_cloudWatch.Now - from}},"EndTime":{{_cloudWatch.Now - to}},"Period":{{period}},"Statistics":["SampleCount","Sum","Average","Minimum","Maximum"]}""");
        return [.. answer.GetProperty("Datapoints").EnumerateArray().Select(point => (
            (int)(point.GetProperty("Timestamp").GetDouble() - _cloudWatch.Now), point.GetProperty("Unit").GetString()!, Number(point, "SampleCount"),
            Number(point, "Sum"), Number(point, "Average"), Number(point, "Minimum"), Number(point, "Maximum")))];
    }

    private static double Number(JsonElement point, string name) => point.GetProperty(name).GetDouble();
}
