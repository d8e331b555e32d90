using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

/// <summary>GPUs are given by their indices, each to one attempt at a time.</summary>
public sealed class GpuTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Attempts_that_run_beside_each_other_have_gpus_of_their_own_and_give_them_back()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8, change: static options => options with { Gpus = 3 });
        await SubmitAsync(engine, "2");
        await SubmitAsync(engine, "1");
        await SubmitAsync(engine, "2");
        Assert.Equal(2, engine.Runner.Started.Count);

        Assert.Equal("0,1", Visible(engine.Runner.Started[0]));
        Assert.Equal("2", Visible(engine.Runner.Started[1]));

        engine.Runner.Started[1].Exit(0);
        Assert.Equal(2, engine.Runner.Started.Count);
        engine.Runner.Started[0].Exit(0);
        Assert.Equal("0,1", Visible(engine.Runner.Started[2]));
    }

    [Fact]
    public async Task A_job_that_asks_for_none_is_told_of_none()
    {
        await using var engine = StillEngine.Open(_folder, change: static options => options with { Gpus = 3 });
        await engine.SubmitAsync();
        engine.Runner.Started[0].Begin();

        Assert.DoesNotContain("CUDA_VISIBLE_DEVICES", engine.Runner.Started[0].What!.Environment.Keys);
    }

    private static string Visible(FakeAttempt attempt)
    {
        attempt.Begin();
        Assert.Equal(attempt.What!.Environment["CUDA_VISIBLE_DEVICES"], attempt.What.Environment["NVIDIA_VISIBLE_DEVICES"]);
        Assert.Equal(attempt.What.Environment["CUDA_VISIBLE_DEVICES"], string.Join(',', attempt.What.Container!.Gpus));
        return attempt.What.Environment["CUDA_VISIBLE_DEVICES"];
    }

    private static Task<string> SubmitAsync(StillEngine engine, string gpus) => engine.SubmitAsync(request =>
        request.ContainerOverrides = new() { ResourceRequirements = [new ResourceRequirement { Type = ResourceType.GPU, Value = gpus }] });
}
