using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>The services beside Batch and CloudWatch Logs, by signed requests to an engine.</summary>
public sealed class OtherServicesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_leads_to_its_host_by_way_of_its_task()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var job = await engine.AwaitAsync(await engine.SubmitAsync(await engine.DefineAsync("sleep", "sleep", "60")), JobStatus.RUNNING);
        var environments = await engine.Batch.DescribeComputeEnvironmentsAsync(new(), TestContext.Current.CancellationToken);
        var cluster = environments.ComputeEnvironments![0].EcsClusterArn!;

        var task = await AskEcsAsync(engine, "DescribeTasks", new { cluster, tasks = new[] { job.Container!.TaskArn, "nope" } });
        var running = Assert.Single(task.GetProperty("tasks").EnumerateArray());
        var host = running.GetProperty("containerInstanceArn").GetString();
        var hosts = await AskEcsAsync(engine, "DescribeContainerInstances", new { cluster, containerInstances = new[] { host } });
        var instance = Assert.Single(hosts.GetProperty("containerInstances").EnumerateArray());
        var listed = await AskEcsAsync(engine, "ListContainerInstances", new { cluster });

        Assert.Equal("RUNNING", running.GetProperty("lastStatus").GetString());
        Assert.Equal(job.Container.ContainerInstanceArn, host);
        Assert.Equal(host, Assert.Single(listed.GetProperty("containerInstanceArns").EnumerateArray()).GetString());
        Assert.Equal("nope", Assert.Single(task.GetProperty("failures").EnumerateArray()).GetProperty("arn").GetString());
        Assert.StartsWith("i-", instance.GetProperty("ec2InstanceId").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, instance.GetProperty("runningTasksCount").GetInt32());
    }

    [Theory]
    [InlineData("ListContainerInstances", """{"cluster":"nope"}""", "ClusterNotFoundException")]
    [InlineData("ListContainerInstances", """{"filter":"x"}""", "InvalidParameterException")]
    [InlineData("DescribeTasks", "{}", "InvalidParameterException")]
    [InlineData("DescribeTasks", """{"tasks":[]}""", "InvalidParameterException")]
    [InlineData("RunTask", "{}", "UnknownOperationException")]
    public async Task Ecs_refuses_what_it_does_not_know(string operation, string body, string type)
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var response = await engine.Engine.JsonAsync("ecs", "AmazonEC2ContainerServiceV20141113." + operation, body);

        Assert.Equal((400, type), (response.Status, Header(response, "x-amzn-ErrorType")));
    }

    [Fact]
    public async Task A_refusal_has_the_form_that_the_service_s_clients_read()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var ec2 = await engine.Engine.FormAsync("ec2", "Action=DescribeVpcs", secret: "wrong");
        var sts = await engine.Engine.FormAsync("sts", "Action=GetCallerIdentity", secret: "wrong");
        var ecs = await engine.Engine.JsonAsync("ecs", "AmazonEC2ContainerServiceV20141113.DescribeTasks", "{}", secret: "wrong");

        Assert.Equal((403, 403, 403), (ec2.Status, sts.Status, ecs.Status));
        Assert.Equal(("Response", "ErrorResponse"), (Root(ec2), Root(sts)));
        Assert.Equal("InvalidSignatureException", Json(ecs).GetProperty("__type").GetString());
    }

    [Fact]
    public async Task Metrics_outlive_the_engine()
    {
        await using (var engine = await OpenEngine.StartAsync(_folder))
        {
            Assert.False(File.Exists(_folder.File("data/metrics.db")));
            var put = await engine.Engine.FormAsync("monitoring", "Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=kept&MetricData.member.1.Value=1");
            Assert.Equal(200, put.Status);
        }

        await using var again = await OpenEngine.StartAsync(_folder);
        var list = await again.Engine.JsonAsync("monitoring", "GraniteServiceVersion20100801.ListMetrics", "{}");

        Assert.Equal("kept", Assert.Single(Json(list).GetProperty("Metrics").EnumerateArray()).GetProperty("MetricName").GetString());
    }

    private static async Task<JsonElement> AskEcsAsync(OpenEngine engine, string operation, object body)
    {
        var response = await engine.Engine.JsonAsync("ecs", "AmazonEC2ContainerServiceV20141113." + operation, JsonSerializer.Serialize(body));
        Assert.True(response.Status == 200, Encoding.UTF8.GetString(response.Body.Span));
        return Json(response);
    }

    private static JsonElement Json(EngineResponse response)
    {
        using var json = JsonDocument.Parse(response.Body);
        return json.RootElement.Clone();
    }

    private static string Root(EngineResponse response) => XDocument.Parse(Encoding.UTF8.GetString(response.Body.Span)).Root!.Name.LocalName;

    private static string Header(EngineResponse response, string name) => response.Headers.Single(header => header.Key == name).Value;
}
