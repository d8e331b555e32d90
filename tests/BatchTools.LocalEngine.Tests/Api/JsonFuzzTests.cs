using System.Text;
using System.Text.Json;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Malformed JSON for the services beside Batch that take it, rightly signed: a success or a client error in the service's form.</summary>
public sealed class JsonFuzzTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private OpenEngine _engine = null!;

    public async ValueTask InitializeAsync() => _engine = await OpenEngine.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("logs", "Logs_20140328.CreateLogGroup", """{"logGroupName":"g","tags":{"a":"b"}}""")]
    [InlineData("logs", "Logs_20140328.CreateLogStream", """{"logGroupName":"g","logStreamName":"s"}""")]
    [InlineData("logs", "Logs_20140328.DeleteLogGroup", """{"logGroupName":"other"}""")]
    [InlineData("logs", "Logs_20140328.DeleteLogStream", """{"logGroupName":"g","logStreamName":"other"}""")]
    [InlineData("logs", "Logs_20140328.DeleteRetentionPolicy", """{"logGroupName":"g"}""")]
    [InlineData("logs", "Logs_20140328.PutRetentionPolicy", """{"logGroupName":"g","retentionInDays":7}""")]
    [InlineData("logs", "Logs_20140328.PutLogEvents", """{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1795265639631,"message":"text"}],"sequenceToken":"1"}""")]
    [InlineData("logs", "Logs_20140328.GetLogEvents", """{"logGroupName":"g","logStreamName":"s","startTime":0,"endTime":9,"nextToken":"f/00000000000000000000000000000000000000000000000000000004/s","limit":5,"startFromHead":true}""")]
    [InlineData("logs", "Logs_20140328.FilterLogEvents", """{"logGroupName":"g","logStreamNames":["s"],"startTime":0,"endTime":9,"filterPattern":"{ $.a = 1 }","nextToken":"1/2","limit":5}""")]
    [InlineData("logs", "Logs_20140328.DescribeLogGroups", """{"logGroupNamePrefix":"g","nextToken":"g","limit":5}""")]
    [InlineData("logs", "Logs_20140328.DescribeLogStreams", """{"logGroupName":"g","orderBy":"LastEventTime","descending":true,"nextToken":"s","limit":5}""")]
    [InlineData("logs", "Logs_20140328.StartQuery", """{"logGroupNames":["g"],"startTime":0,"endTime":9,"queryString":"fields @message | stats count(*) by bin(5m)","limit":5}""")]
    [InlineData("logs", "Logs_20140328.GetQueryResults", """{"queryId":"4f0e2b1c-0000-0000-0000-000000000000"}""")]
    [InlineData("logs", "Logs_20140328.StopQuery", """{"queryId":"4f0e2b1c-0000-0000-0000-000000000000"}""")]
    [InlineData("ecs", "AmazonEC2ContainerServiceV20141113.DescribeContainerInstances", """{"cluster":"c","containerInstances":["i"],"include":["TAGS"]}""")]
    [InlineData("ecs", "AmazonEC2ContainerServiceV20141113.ListContainerInstances", """{"cluster":"c","filter":"f","nextToken":"1","maxResults":5,"status":"ACTIVE"}""")]
    [InlineData("ecs", "AmazonEC2ContainerServiceV20141113.DescribeTasks", """{"cluster":"c","tasks":["t"],"include":["TAGS"]}""")]
    [InlineData("pricing", "AWSPriceListService.GetProducts", """{"ServiceCode":"AmazonEC2","Filters":[{"Type":"TERM_MATCH","Field":"instanceType","Value":"m5.large"}],"FormatVersion":"aws_v1","NextToken":"1","MaxResults":5}""")]
    [InlineData("pricing", "AWSPriceListService.DescribeServices", """{"ServiceCode":"AmazonEC2","FormatVersion":"aws_v1","NextToken":"1","MaxResults":5}""")]
    [InlineData("pricing", "AWSPriceListService.GetAttributeValues", """{"ServiceCode":"AmazonEC2","AttributeName":"instanceType","NextToken":"1","MaxResults":5}""")]
    [InlineData("monitoring", "GraniteServiceVersion20100801.PutMetricData", """{"Namespace":"N","MetricData":[{"MetricName":"m","Value":1.5,"Timestamp":1795265639,"Values":[1],"Counts":[1],"StatisticValues":{"SampleCount":1,"Sum":1,"Minimum":1,"Maximum":1}}]}""")]
    [InlineData("monitoring", "GraniteServiceVersion20100801.ListMetrics", """{"Namespace":"N","MetricName":"m","Dimensions":[{"Name":"d","Value":"v"}],"NextToken":"1"}""")]
    [InlineData("monitoring", "GraniteServiceVersion20100801.GetMetricStatistics", """{"Namespace":"N","MetricName":"m","StartTime":1795265639,"EndTime":1795269239,"Period":60,"Statistics":["Sum"],"Unit":"Count"}""")]
    [InlineData("monitoring", "GraniteServiceVersion20100801.GetMetricData", """{"MetricDataQueries":[{"Id":"q","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"Sum"}}],"StartTime":1795265639,"EndTime":1795269239,"NextToken":"1","MaxDatapoints":5}""")]
    public async Task A_malformed_body_is_never_more_than_a_client_error(string service, string target, string whole)
    {
        await _engine.Engine.JsonAsync("logs", "Logs_20140328.CreateLogGroup", """{"logGroupName":"g"}""");
        await _engine.Engine.JsonAsync("logs", "Logs_20140328.CreateLogStream", """{"logGroupName":"g","logStreamName":"s"}""");
        foreach (var body in MalformedBodies.Of(Encoding.UTF8.GetBytes(whole), Chance.Random(target)))
        {
            var answer = await _engine.Engine.JsonAsync(service, target, body).WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (answer.Status == 200)
                continue;
            Assert.True(answer.Status is >= 400 and < 500 and not 403, $"{answer.Status} for {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2000)))}");
            using var error = JsonDocument.Parse(answer.Body);
            Assert.NotEqual("", error.RootElement.GetProperty("message").GetString());
        }
    }
}
