using Amazon.Batch;
using BatchTools.LocalEngine.Running.Containers;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running.Containers;

/// <summary>docker's command line, understood here by podman under docker's name; skipped where this machine cannot run containers.</summary>
public sealed class DockerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Docker_is_taken_where_there_is_no_podman()
    {
        var tool = await DockerAsync();

        Assert.Equal((_folder.File("bin/docker"), false), (tool.Path, tool.PassesPipes));
    }

    [Fact]
    public async Task Gpus_are_asked_for_by_index()
    {
        Assert.Equal(["--gpus", "\"device=0,2\""], (await DockerAsync()).GpuArguments([0, 2]));
        Assert.Equal(["--device", "nvidia.com/gpu=0", "--device", "nvidia.com/gpu=2"], new ContainerTool("podman", isPodman: true).GpuArguments([0, 2]));
        Assert.Empty((await DockerAsync()).GpuArguments([]));
    }

    [Fact]
    public async Task A_job_runs_with_what_docker_and_podman_have_in_common()
    {
        var settings = ContainerImage.Arguments();
        var tool = await DockerAsync();
        var runner = new ContainerJobRunner(new ContainerSetup(tool, settings, _folder.File("data/containers"), TimeProvider.System));
        await using var engine = await OpenEngine.StartAsync(_folder, change: options => options with { OnlyRunner = runner });
        var container = OpenEngine.Container("sh", "-c", "echo one; echo $WORD; exit 7");
        container.Image = ContainerImage.Name;
        container.Environment = [new() { Name = "WORD", Value = "two" }];
        var definition = await engine.Batch.RegisterJobDefinitionAsync(
            new() { JobDefinitionName = "box", Type = JobDefinitionType.Container, ContainerProperties = container }, Cancellation);

        var job = await engine.AwaitEndAsync(await engine.SubmitAsync(definition.JobDefinitionArn!));

        Assert.Equal((JobStatus.FAILED, 7, "Essential container in task exited"), (job.Status, job.Container!.ExitCode, job.StatusReason));
        Assert.Equal(["one", "two"], await engine.ReadLogAsync(job));
        Assert.Empty(Directory.GetFiles(_folder.File("data/containers")));
        var used = await File.ReadAllLinesAsync(_folder.File("used"), Cancellation);
        Assert.Equal(["create", "start", "logs", "wait", "inspect", "rm"], used.Distinct());
    }

    private async Task<ContainerTool> DockerAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "containers are not run on Windows");
        var docker = _folder.File("bin/docker");
        Directory.CreateDirectory(Path.GetDirectoryName(docker)!);
        await File.WriteAllTextAsync(docker, $"#!/bin/sh\necho \"$1\" >> '{_folder.File("used")}'\nexec podman \"$@\"\n", Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(docker, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return ContainerTool.Find(Path.GetDirectoryName(docker))!;
    }
}
