using Amazon.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests;

public sealed class LocalEngineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fresh_engine_runs_a_job_and_keeps_its_log()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var job = await engine.RunAsync("sh", "-c", "echo out; echo err >&2; echo \"$AWS_BATCH_JQ_NAME $AWS_BATCH_CE_NAME $AWS_BATCH_JOB_ATTEMPT\"");

        Assert.Equal(JobStatus.SUCCEEDED, job.Status);
        Assert.Equal("Essential container in task exited", job.StatusReason);
        Assert.Equal(0, job.Container!.ExitCode);
        Assert.Equal(["out", "err", "local local 1"], await engine.ReadLogAsync(job));
    }
}
