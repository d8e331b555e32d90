using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Tests.Support;
using KeyValuePair = Amazon.Batch.Model.KeyValuePair;

namespace BatchTools.LocalEngine.Tests.Running;

/// <summary>Secrets of a definition: there is nothing here to read them from.</summary>
public sealed class SecretsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_is_not_started_without_its_secrets_and_is_told_what_to_give()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var job = await RunAsync(engine);

        Assert.Equal((JobStatus.FAILED, "Task failed to start"), (job.Status, job.StatusReason));
        Assert.Equal(
            "CannotStartContainerError: the local engine has no Secrets Manager to read the secret 'PASSWORD' from. Give a variable of this name in containerOverrides.environment.",
            job.Container!.Reason);
    }

    [Fact]
    public async Task A_variable_of_its_name_stands_for_a_secret()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var job = await RunAsync(engine, new KeyValuePair { Name = "PASSWORD", Value = "told" });

        Assert.Equal(JobStatus.SUCCEEDED, job.Status);
        Assert.Equal(["told"], await engine.ReadLogAsync(job));
    }

    [Fact]
    public async Task A_simulated_job_needs_none()
    {
        await using var engine = await OpenEngine.StartAsync(_folder, change: static options => options with { Runner = RunnerKind.Simulated });

        Assert.Equal(JobStatus.SUCCEEDED, (await RunAsync(engine)).Status);
    }

    private static async Task<JobDetail> RunAsync(OpenEngine engine, params List<KeyValuePair> environment)
    {
        var container = OpenEngine.Container("sh", "-c", "echo $PASSWORD");
        container.Secrets = [new() { Name = "PASSWORD", ValueFrom = "arn:aws:secretsmanager:us-east-1:000000000000:secret:password" }];
        await engine.Batch.RegisterJobDefinitionAsync(new() { JobDefinitionName = "secretive", Type = "container", ContainerProperties = container }, Cancellation);
        return await engine.AwaitEndAsync(await engine.SubmitAsync("secretive", request => request.ContainerOverrides = new() { Environment = environment }));
    }
}
