using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Faults;

public sealed class RequestFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_throttled_request_is_refused_as_AWS_does_and_does_nothing()
    {
        await using var engine = await OpenAsync("throttle=1");

        var error = await Assert.ThrowsAsync<AmazonBatchException>(() => engine.DefineAsync("work", "true"));

        Assert.Equal(("TooManyRequestsException", 429), (error.ErrorCode, (int)error.StatusCode));
    }

    [Fact]
    public async Task An_error_of_the_service_does_nothing()
    {
        await using (var engine = await OpenAsync("5xx=1"))
        {
            var error = await Assert.ThrowsAsync<ServerException>(() => engine.DefineAsync("work", "true"));
            Assert.Equal(500, (int)error.StatusCode);
        }

        Assert.Empty(await DefinitionsAsync());
    }

    [Fact]
    public async Task A_lost_reply_is_a_dropped_connection_after_the_request_was_carried_out()
    {
        await using (var engine = await OpenAsync("lost-reply=1"))
        {
            // The SDK throws what it finds below the HttpRequestException.
            await Assert.ThrowsAsync<LostReplyException>(() => engine.DefineAsync("work", "true"));
        }

        Assert.Equal("work", Assert.Single(await DefinitionsAsync()).JobDefinitionName);
    }

    [Fact]
    public async Task Logs_have_errors_of_their_own()
    {
        await using var engine = await OpenAsync("throttle=1");

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => engine.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest(), Cancellation));

        Assert.Equal(("ThrottlingException", 400), (error.ErrorCode, (int)error.StatusCode));
    }

    [Fact]
    public async Task A_request_with_a_wrong_signature_is_refused_first()
    {
        await using var engine = await OpenAsync("throttle=1");

        var answer = await engine.Engine.HandleAsync(new EngineRequest("POST", "/v1/describejobqueues", [], default), Cancellation);

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public void The_seed_decides_which_calls_of_an_operation_are_met_whatever_comes_between()
    {
        var plan = FaultPlan.Parse("throttle=0.2,error=0.1,lost-reply=0.1", seed: 7);
        var first = new RequestFaults(plan);
        var second = new RequestFaults(plan);
        var other = new RequestFaults(plan with { Seed = 8 });
        var alone = Enumerable.Range(0, 1000).Select(_ => first.Next("submit")).ToList();

        var between = Enumerable.Range(0, 1000).Select(_ =>
        {
            second.Next("describe");
            return second.Next("submit");
        }).ToList();

        Assert.Equal(alone, between);
        Assert.NotEqual(alone, [.. Enumerable.Range(0, 1000).Select(_ => other.Next("submit"))]);
        Assert.InRange(alone.Count(static fault => fault == RequestFault.Throttle), 160, 240);
        Assert.InRange(alone.Count(static fault => fault == RequestFault.Error), 50, 110);
        Assert.InRange(alone.Count(static fault => fault == RequestFault.LostReply), 45, 100);
    }

    [Theory]
    [InlineData("/v1/submitjob", "POST /v1/submitjob")]
    [InlineData("/v1/tags/arn%3Aaws%3Abatch", "POST /v1/tags")]
    [InlineData("/v1/tags?tagKeys=a", "POST /v1/tags")]
    [InlineData("/", "POST /")]
    [InlineData("", "POST ")]
    public void Requests_count_by_their_operation(string target, string operation) =>
        Assert.Equal(operation, RequestFaults.Operation(new EngineRequest("POST", target, [], default)));

    private Task<OpenEngine> OpenAsync(string faults) =>
        OpenEngine.StartAsync(_folder, change: options => options with { Faults = FaultPlan.Parse(faults) });

    private async Task<List<JobDefinition>> DefinitionsAsync()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        return (await engine.Batch.DescribeJobDefinitionsAsync(new DescribeJobDefinitionsRequest(), Cancellation)).JobDefinitions ?? [];
    }
}
