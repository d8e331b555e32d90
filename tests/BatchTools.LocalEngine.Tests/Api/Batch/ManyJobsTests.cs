using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.Batch;

/// <summary>CancelJobs and TerminateJobs.</summary>
public sealed class ManyJobsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Many_jobs_are_cancelled_in_one_call()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var running = await engine.SubmitAsync();
        var first = await engine.SubmitAsync();
        var second = await engine.SubmitAsync();

        var answer = await engine.Batch.CancelJobsAsync(new() { Jobs = [running, first, second, "none", ""], Reason = "enough" }, Cancellation);

        Assert.Equal([running, first, second, "none"], answer.Successful);
        Assert.Equal(("", "ClientException"), (Assert.Single(answer.Errors!).Job, answer.Errors![0].Code));
        await engine.AssertAsync(first, JobStatus.FAILED, "enough");
        await engine.AssertAsync(second, JobStatus.FAILED, "enough");
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(running));
    }

    [Fact]
    public async Task Many_jobs_are_terminated_in_one_call()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var running = await engine.SubmitAsync();
        var waiting = await engine.SubmitAsync();

        var answer = await engine.Batch.TerminateJobsAsync(new() { Jobs = [running, waiting], Reason = "enough" }, Cancellation);
        engine.Attempt(running).Exit(143);

        Assert.Equal([running, waiting], answer.Successful);
        Assert.Empty(answer.Errors!);
        await engine.AssertAsync(running, JobStatus.FAILED, "enough");
        await engine.AssertAsync(waiting, JobStatus.FAILED, "enough");
    }
}
