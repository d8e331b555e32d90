using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running;

public sealed class RunnerTagTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_runner_that_is_none_is_refused_with_those_that_are()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var made = await Assert.ThrowsAsync<ClientException>(() => CreateAsync(engine, "cloud"));
        Assert.Equal("Tag batchtools:runner is 'cloud'; it takes process, container, simulated.", made.Message);

        var arn = await CreateAsync(engine, "process");
        var tagged = await Assert.ThrowsAsync<ClientException>(() => engine.Batch.TagResourceAsync(
            new TagResourceRequest { ResourceArn = arn, Tags = new() { ["batchtools:runner"] = "Process" } }, Cancellation));
        Assert.Contains("'Process'", tagged.Message, StringComparison.Ordinal);
        var tags = await engine.Batch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = arn }, Cancellation);
        Assert.Equal("process", Assert.Single(tags.Tags!).Value);
    }

    private static async Task<string> CreateAsync(OpenEngine engine, string runner) => (await engine.Batch.CreateComputeEnvironmentAsync(
        new CreateComputeEnvironmentRequest
        {
            ComputeEnvironmentName = "tagged",
            Type = CEType.MANAGED,
            ComputeResources = new ComputeResource { Type = CRType.EC2, MaxvCpus = 2, Subnets = ["subnet-1"], InstanceRole = "role" },
            Tags = new() { ["batchtools:runner"] = runner },
        },
        Cancellation)).ComputeEnvironmentArn!;
}
