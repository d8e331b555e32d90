using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Running.Containers;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running.Containers;

/// <summary>Jobs as real containers; skipped where this machine cannot run any.</summary>
public sealed class ContainerRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Leftovers => _folder.File("data/containers");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_runs_in_its_image_with_its_variables_and_none_of_the_hosts()
    {
        await using var engine = await OpenAsync();

        var job = await RunAsync(
            engine,
            ["sh", "-c", "echo Ref::word; echo \"$LINES_OF\"; echo \"$QUOTED\"; echo $AWS_BATCH_JOB_ATTEMPT; env | sort > /tmp/e; ls /bin/busybox; exit 3"],
            container => container.Environment = [new() { Name = "LINES_OF", Value = "one\ntwo" }, new() { Name = "QUOTED", Value = " \"a\" 'b' $c #d" }],
            request => request.Parameters = new() { ["word"] = "hello" });

        Assert.Equal((JobStatus.FAILED, 3, "Essential container in task exited", null), (job.Status, job.Container!.ExitCode, job.StatusReason, job.Container.Reason));
        Assert.Equal(["hello", "one", "two", " \"a\" 'b' $c #d", "1", "/bin/busybox"], (await engine.ReadLogAsync(job)).Where(static line => line != "0" && !line.Contains("not found", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(Leftovers));
    }

    [Fact]
    public async Task Without_its_secrets_no_container_is_made()
    {
        await using var engine = await OpenAsync();

        var job = await RunAsync(engine, ["true"], static container => container.Secrets = [new() { Name = "PASSWORD", ValueFrom = "password" }]);

        Assert.Equal((JobStatus.FAILED, "Task failed to start"), (job.Status, job.StatusReason));
        Assert.Contains("to read the secret 'PASSWORD' from", job.Container!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_outputs_are_one_log_in_order()
    {
        await using var engine = await OpenAsync();
        Assert.SkipUnless(ContainerTool.Find()!.PassesPipes, "docker reads the outputs from two pipes");

        var job = await RunAsync(engine, ["sh", "-c", "for n in $(seq 1 200); do echo out $n; echo error $n >&2; done; echo last"]);

        Assert.Equal([.. Enumerable.Range(1, 200).SelectMany(static n => new[] { $"out {n}", $"error {n}" }), "last"], await engine.ReadLogAsync(job));
    }

    [Theory]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    public async Task A_programs_own_exit_code_is_no_start_fault(int code)
    {
        await using var engine = await OpenAsync();

        var job = await RunAsync(engine, ["sh", "-c", $"exit {code}"]);

        Assert.Equal((code, "Essential container in task exited"), (job.Container!.ExitCode, job.StatusReason));
    }

    [Theory]
    [InlineData("no-such-program", "not found")]
    [InlineData("/etc/passwd", "permission denied")]
    public async Task A_program_that_cannot_be_started_is_told(string program, string why)
    {
        await using var engine = await OpenAsync();

        var job = await RunAsync(engine, [program]);

        Assert.Equal((JobStatus.FAILED, "Task failed to start"), (job.Status, job.StatusReason));
        Assert.StartsWith("CannotStartContainerError: ", job.Container!.Reason, StringComparison.Ordinal);
        Assert.Contains(why, job.Container.Reason, StringComparison.Ordinal);
        Assert.Null(job.Container.ExitCode);
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_told()
    {
        await using var engine = await OpenAsync("--pull=never");

        var job = await RunAsync(engine, ["true"], container => container.Image = "localhost/batchtools-no-such:image");

        Assert.Equal((JobStatus.FAILED, "Task failed to start"), (job.Status, job.StatusReason));
        Assert.StartsWith("CannotPullContainerError: ", job.Container!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_is_never_an_option()
    {
        await using var engine = await OpenAsync("--pull=never");

        var job = await RunAsync(engine, [ContainerImage.Name, "true"], container => container.Image = "--privileged");

        Assert.Equal("Task failed to start", job.StatusReason);
    }

    [Fact]
    public async Task Too_much_memory_ends_a_job_as_such()
    {
        await using var engine = await OpenAsync();

        var job = await RunAsync(engine, ["tail", "/dev/zero"], static container => container.ResourceRequirements![1].Value = "16");

        Assert.Equal((JobStatus.FAILED, 137, "OutOfMemoryError: Container killed due to memory usage"), (job.Status, job.Container!.ExitCode, job.Container.Reason));
    }

    [Fact]
    public async Task What_the_definition_asks_for_is_what_the_container_has()
    {
        await using var engine = await OpenAsync();
        var shared = Directory.CreateDirectory(_folder.File("a, b")).FullName;
        await File.WriteAllTextAsync(Path.Combine(shared, "text"), "from the host", Cancellation);

        var job = await RunAsync(
            engine,
            ["sh", "-c", "cat /in/text; echo; touch /in/x || echo in is read-only; touch /out/made; touch /x || echo root is read-only; touch /fast/x && echo tmpfs; id -u; ulimit -n; mount | grep -c '/dev/shm.*size=8192k'"],
            container =>
            {
                container.User = "405";
                container.ReadonlyRootFilesystem = true;
                container.Volumes = [new Volume { Name = "shared", Host = new Host { SourcePath = shared } }, new Volume { Name = "scratch" }];
                container.MountPoints =
                [
                    new MountPoint { SourceVolume = "shared", ContainerPath = "/in", ReadOnly = true },
                    new MountPoint { SourceVolume = "scratch", ContainerPath = "/out" },
                ];
                container.Ulimits = [new Ulimit { Name = "nofile", SoftLimit = 64, HardLimit = 128 }];
                container.LinuxParameters = new LinuxParameters
                {
                    InitProcessEnabled = false, SharedMemorySize = 8, Tmpfs = [new Tmpfs { ContainerPath = "/fast", Size = 4, MountOptions = ["mode=1777"] }],
                };
            });

        var log = await engine.ReadLogAsync(job);
        Assert.Equal(["from the host", "in is read-only", "root is read-only", "tmpfs", "405", "64", "1"], log.Where(static line => !line.StartsWith("touch:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Terminating_asks_the_program_to_end()
    {
        await using var engine = await OpenAsync();
        var definition = await DefineAsync(engine, ["sh", "-c", "trap 'echo asked; exit 5' TERM; echo ready; while true; do sleep 0.1; done"]);
        var id = await engine.SubmitAsync(definition);
        await engine.AwaitAsync(id, JobStatus.RUNNING);
        await AwaitLineAsync(engine, id);

        await engine.Batch.TerminateJobAsync(new TerminateJobRequest { JobId = id, Reason = "enough" }, Cancellation);
        var job = await engine.AwaitEndAsync(id);

        Assert.Equal((JobStatus.FAILED, "enough", 5), (job.Status, job.StatusReason, job.Container!.ExitCode));
        Assert.Equal(["ready", "asked"], await engine.ReadLogAsync(job));
    }

    [Fact]
    public async Task Closing_ends_containers_and_leaves_none()
    {
        string id;
        await using (var engine = await OpenAsync())
        {
            id = await engine.SubmitAsync(await DefineAsync(engine, ["sh", "-c", "trap '' TERM; while true; do sleep 1; done"]));
            await engine.AwaitAsync(id, JobStatus.RUNNING);
        }

        Assert.Empty(Directory.GetFiles(Leftovers));
    }

    [Fact]
    public async Task What_a_killed_engine_left_is_removed_when_the_next_one_opens()
    {
        var settings = ContainerImage.Arguments();
        var tool = ContainerTool.Find()!;
        var name = $"batchtools-test-{Guid.NewGuid():N}";
        Directory.CreateDirectory(Leftovers);
        await File.WriteAllTextAsync(Path.Combine(Leftovers, name), "", Cancellation);
        Assert.Equal(0, tool.Run(["run", "--detach", "--name", name, .. settings, ContainerImage.Name, "sleep", "1000"]).ExitCode);

        await using var engine = await OpenEngine.StartAsync(_folder);

        Assert.NotEqual(0, tool.Run("inspect", name).ExitCode);
        Assert.Empty(Directory.GetFiles(Leftovers));
    }

    [Fact]
    public async Task An_environments_tag_goes_before_the_engines_runner()
    {
        var settings = ContainerImage.Arguments();
        await using var engine = await OpenEngine.StartAsync(_folder, change: options => options with { ContainerArguments = settings });
        await engine.Batch.CreateComputeEnvironmentAsync(
            new CreateComputeEnvironmentRequest
            {
                ComputeEnvironmentName = "boxes",
                Type = CEType.MANAGED,
                ComputeResources = new ComputeResource { Type = CRType.EC2, MaxvCpus = 2, Subnets = ["subnet-1"], InstanceRole = "role" },
                Tags = new() { ["batchtools:runner"] = "container" },
            },
            Cancellation);
        await engine.Batch.CreateJobQueueAsync(
            new CreateJobQueueRequest { JobQueueName = "boxes", Priority = 1, ComputeEnvironmentOrder = [new ComputeEnvironmentOrder { Order = 1, ComputeEnvironment = "boxes" }] }, Cancellation);
        var definition = await DefineAsync(engine, ["sh", "-c", "test -e /bin/busybox -a ! -e /usr"]);

        Assert.Equal(JobStatus.SUCCEEDED, (await engine.AwaitEndAsync(await engine.SubmitAsync(definition, static request => request.JobQueue = "boxes"))).Status);
        Assert.Equal(JobStatus.FAILED, (await engine.AwaitEndAsync(await engine.SubmitAsync(definition))).Status);
    }

    private static async Task AwaitLineAsync(OpenEngine engine, string id)
    {
        while ((await engine.ReadLogAsync(await engine.DescribeAsync(id))).Count == 0)
            await Task.Delay(5, Cancellation);
    }

    private Task<OpenEngine> OpenAsync(params string[] more)
    {
        var settings = ContainerImage.Arguments();
        return OpenEngine.StartAsync(_folder, change: options => options with { Runner = RunnerKind.Container, ContainerArguments = [.. settings, .. more] });
    }

    private static async Task<string> DefineAsync(OpenEngine engine, string[] command, Action<ContainerProperties>? change = null)
    {
        var container = OpenEngine.Container(command);
        container.Image = ContainerImage.Name;
        change?.Invoke(container);
        var response = await engine.Batch.RegisterJobDefinitionAsync(
            new RegisterJobDefinitionRequest { JobDefinitionName = "box", Type = JobDefinitionType.Container, ContainerProperties = container }, Cancellation);
        return response.JobDefinitionArn!;
    }

    private static async Task<JobDetail> RunAsync(
        OpenEngine engine, string[] command, Action<ContainerProperties>? change = null, Action<SubmitJobRequest>? request = null) =>
        await engine.AwaitEndAsync(await engine.SubmitAsync(await DefineAsync(engine, command, change), request));
}
