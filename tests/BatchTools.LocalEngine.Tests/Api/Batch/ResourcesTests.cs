using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.Batch;

/// <summary>Environments, queues and definitions.</summary>
public sealed class ResourcesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fresh_engine_offers_an_environment_and_a_queue()
    {
        await using var engine = StillEngine.Open(_folder, processors: 3);

        var environment = Assert.Single((await engine.Batch.DescribeComputeEnvironmentsAsync(new(), Cancellation)).ComputeEnvironments!);
        var queue = Assert.Single((await engine.Batch.DescribeJobQueuesAsync(new(), Cancellation)).JobQueues!);

        Assert.Equal(("local", "MANAGED", "ENABLED", "VALID", "ComputeEnvironment Healthy", 3), (
            environment.ComputeEnvironmentName, environment.Type, environment.State, environment.Status, environment.StatusReason, environment.ComputeResources!.MaxvCpus));
        Assert.Equal(("local", "ENABLED", "VALID", "JobQueue Healthy", 1), (queue.JobQueueName, queue.State, queue.Status, queue.StatusReason, queue.Priority));
        Assert.Equal(environment.ComputeEnvironmentArn, Assert.Single(queue.ComputeEnvironmentOrder!).ComputeEnvironment);
        Assert.Equal("arn:aws:batch:us-east-1:000000000000:compute-environment/local", environment.ComputeEnvironmentArn);
        Assert.Equal("arn:aws:batch:us-east-1:000000000000:job-queue/local", queue.JobQueueArn);
    }

    [Fact]
    public async Task The_desired_vcpus_are_those_in_use()
    {
        await using var engine = StillEngine.Open(_folder, processors: 4);
        await engine.SubmitAsync();
        await engine.SubmitAsync();

        var environment = Assert.Single((await engine.Batch.DescribeComputeEnvironmentsAsync(new(), Cancellation)).ComputeEnvironments!);

        Assert.Equal(2, environment.ComputeResources!.DesiredvCpus);
    }

    [Fact]
    public async Task An_environment_goes_only_when_it_is_disabled_and_in_no_queue()
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.CreateEnvironmentAsync("one", 1);
        await engine.CreateQueueAsync("q", 1, "one");

        await Refused("Cannot delete, found existing JobQueue relationship", DeleteAsync);
        await engine.Batch.UpdateJobQueueAsync(new() { JobQueue = "q", ComputeEnvironmentOrder = [new() { Order = 1, ComputeEnvironment = "local" }] }, Cancellation);
        await Refused("DISABLED", DeleteAsync);
        await engine.Batch.UpdateComputeEnvironmentAsync(new() { ComputeEnvironment = "one", State = CEState.DISABLED }, Cancellation);
        await DeleteAsync();

        Assert.Empty((await engine.Batch.DescribeComputeEnvironmentsAsync(new() { ComputeEnvironments = ["one"] }, Cancellation)).ComputeEnvironments!);

        Task DeleteAsync() => engine.Batch.DeleteComputeEnvironmentAsync(new() { ComputeEnvironment = "one" }, Cancellation);
    }

    [Fact]
    public async Task A_queue_goes_only_when_it_is_disabled()
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.CreateQueueAsync("q", 1, "local");

        await Refused("DISABLED", () => engine.Batch.DeleteJobQueueAsync(new() { JobQueue = "q" }, Cancellation));
    }

    [Fact]
    public async Task A_queue_needs_one_to_three_environments_that_exist()
    {
        await using var engine = StillEngine.Open(_folder);
        foreach (var name in new[] { "a", "b", "c" })
            await engine.CreateEnvironmentAsync(name, 1);

        await Refused("At least one compute environment", () => engine.CreateQueueAsync("q", 1));
        await Refused("more than 3 compute environments", () => engine.CreateQueueAsync("q", 1, "a", "b", "c", "local"));
        await Refused("ComputeEnvironment none not found.", () => engine.CreateQueueAsync("q", 1, "a", "none"));
        await engine.CreateQueueAsync("q", 1, "c", "arn:aws:batch:us-east-1:000000000000:compute-environment/a");
    }

    [Fact]
    public async Task Names_are_checked_and_given_once()
    {
        await using var engine = StillEngine.Open(_folder);

        await Refused("Object already exists", () => engine.CreateEnvironmentAsync("local", 1));
        await Refused("Object already exists", () => engine.CreateQueueAsync("local", 1, "local"));
        await Refused("Job queue name should match valid pattern, RequestId: ", () => engine.CreateQueueAsync("a b", 1, "local"));
        await Refused("Compute environment name should match valid pattern", () => engine.CreateEnvironmentAsync(new string('x', 129), 1));
        await Refused("Error executing request, Exception : Job name should match valid pattern, RequestId: ", () => engine.SubmitAsync(request => request.JobName = "-x"));
    }

    [Fact]
    public async Task Revisions_are_numbered_on_and_the_newest_active_one_is_meant_by_the_name()
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.DefineAsync();
        Assert.EndsWith("job-definition/work:2", await engine.DefineAsync(), StringComparison.Ordinal);

        foreach (var name in (string[])["work", "arn:aws:batch:us-east-1:000000000000:job-definition/work"])
            await Refused($"JobDefinition {name} has no revision: give name:revision or an ARN with the revision, RequestId: ", () => engine.Batch.DeregisterJobDefinitionAsync(new() { JobDefinition = name }, Cancellation));
        await engine.Batch.DeregisterJobDefinitionAsync(new() { JobDefinition = "work:2" }, Cancellation);
        Assert.EndsWith("work:1", (await engine.DescribeAsync(await engine.SubmitAsync())).JobDefinition, StringComparison.Ordinal);
        await engine.Batch.DeregisterJobDefinitionAsync(new() { JobDefinition = "work:1" }, Cancellation);

        await Refused("JobDefinition name work does not exist or is not in ACTIVE status", () => engine.SubmitAsync());
        Assert.EndsWith("work:3", await engine.DefineAsync(), StringComparison.Ordinal);
        var definitions = (await engine.Batch.DescribeJobDefinitionsAsync(new() { JobDefinitionName = "work" }, Cancellation)).JobDefinitions!;
        Assert.Equal([(3, "ACTIVE"), (2, "INACTIVE"), (1, "INACTIVE")], definitions.Select(definition => (definition.Revision!.Value, definition.Status!)));
        var active = (await engine.Batch.DescribeJobDefinitionsAsync(new() { JobDefinitionName = "work", Status = "ACTIVE" }, Cancellation)).JobDefinitions!;
        Assert.Equal(3, Assert.Single(active).Revision);
    }

    [Theory]
    [InlineData("work")]
    [InlineData("work:1")]
    [InlineData("arn:aws:batch:us-east-1:000000000000:job-definition/work")]
    [InlineData("arn:aws:batch:us-east-1:000000000000:job-definition/work:1")]
    public async Task A_definition_is_named_in_each_of_awss_ways(string reference)
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.DefineAsync();

        Assert.EndsWith("work:1", (await engine.DescribeAsync(await engine.SubmitAsync(request => request.JobDefinition = reference))).JobDefinition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("work:2")]
    [InlineData("work:x")]
    [InlineData("work:")]
    [InlineData("other")]
    [InlineData("arn:aws:batch:us-east-1:111111111111:job-definition/work:1")]
    public async Task A_definition_that_is_not_there_is_named(string reference)
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.DefineAsync();

        await Refused($"JobDefinition name {reference} does not exist or is not in ACTIVE status", () => engine.SubmitAsync(request => request.JobDefinition = reference));
    }

    [Fact]
    public async Task Descriptions_come_in_pages_that_fit_together()
    {
        await using var engine = StillEngine.Open(_folder);
        for (var number = 0; number < 25; number++)
            await engine.DefineAsync(name: $"definition-{number}");

        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await engine.Batch.DescribeJobDefinitionsAsync(new() { MaxResults = 10, NextToken = token }, Cancellation);
            seen.AddRange(page.JobDefinitions!.Select(definition => definition.JobDefinitionName!));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
        await Refused("nextToken", () => engine.Batch.DescribeJobDefinitionsAsync(new() { NextToken = "mine" }, Cancellation));
        await Refused("maxResults must be at least 1; it is 0.", () => engine.Batch.DescribeJobDefinitionsAsync(new() { MaxResults = 0 }, Cancellation));
    }

    [Fact]
    public async Task Tags_are_kept_to_awss_rules()
    {
        await using var engine = StillEngine.Open(_folder);
        var job = (await engine.DescribeAsync(await engine.SubmitAsync(request => request.Tags = new() { ["a"] = "1" }))).JobArn!;

        await engine.Batch.TagResourceAsync(new() { ResourceArn = job, Tags = new() { ["a"] = "2", ["b"] = "3" } }, Cancellation);
        await engine.Batch.UntagResourceAsync(new() { ResourceArn = job, TagKeys = ["a", "none"] }, Cancellation);

        Assert.Equal(new Dictionary<string, string> { ["b"] = "3" }, (await engine.DescribeAsync(job)).Tags);
        await Refused("reserved", () => engine.Batch.TagResourceAsync(new() { ResourceArn = job, Tags = new() { ["aws:x"] = "" } }, Cancellation));
        await Refused("more than 50 tags", () => engine.Batch.TagResourceAsync(
            new() { ResourceArn = job, Tags = Enumerable.Range(0, 50).ToDictionary(number => $"t{number}", _ => "") }, Cancellation));
        await Refused("not found", () => engine.Batch.ListTagsForResourceAsync(new() { ResourceArn = "arn:aws:batch:us-east-1:000000000000:job-queue/none" }, Cancellation));
    }

    private static async Task Refused(string message, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<ServiceError>(call);
        Assert.Equal((400, "ClientException"), (error.Status, error.Type));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
