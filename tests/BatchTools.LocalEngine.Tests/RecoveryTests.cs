using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Tests.Running;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests;

/// <summary>What an engine finds again that was closed or killed.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_kill_every_accepted_job_is_there_and_none_runs_twice_at_once()
    {
        // An attempt that finds another one of its job still there says so.
        var script = $"""exec 9>"{_folder.Path}/lock-$AWS_BATCH_JOB_ID"; flock -n 9 || echo "$AWS_BATCH_JOB_ID" >> {_folder.File("twice")}; sleep 0.05; echo done""";
        await using (var engine = await OpenEngine.StartAsync(_folder))
            await engine.DefineAsync("traced", attempts: 10, "sh", "-c", script);

        var accepted = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var process = EngineProcess.Start(_folder, "traced", jobs: 5, arraySize: 5);
            await process.ReadAcceptedAsync(round + 1);
            await process.KillAsync();
            accepted.AddRange(process.Accepted);
        }

        await using var reopened = await OpenEngine.StartAsync(_folder);
        foreach (var id in accepted)
        {
            var job = await reopened.AwaitEndAsync(id);
            Assert.Equal(JobStatus.SUCCEEDED, job.Status);
            var children = job.ArrayProperties?.Size is { } size ? Enumerable.Range(0, size).Select(index => $"{id}:{index}") : [id];
            foreach (var child in children)
            {
                var detail = await reopened.DescribeAsync(child);
                Assert.Equal(["done"], await reopened.ReadLogAsync(detail));
                Assert.All(detail.Attempts!.SkipLast(1), attempt => Assert.StartsWith("Host EC2 (instance i-", attempt.StatusReason, StringComparison.Ordinal));
            }
        }

        Assert.False(File.Exists(_folder.File("twice")));
    }

    [Fact]
    public async Task While_another_process_has_the_folder_it_is_named_and_once_killed_it_holds_nobody_up()
    {
        await using (var engine = await OpenEngine.StartAsync(_folder))
            await engine.DefineAsync("quick", "true");
        using var process = EngineProcess.Start(_folder, "quick", jobs: 1, arraySize: 0);
        await process.ReadAcceptedAsync(1);

        var error = await Assert.ThrowsAsync<LocalEngineException>(() => OpenEngine.StartAsync(_folder));
        Assert.Contains($"in use by process {process.ProcessId} (test)", error.Message, StringComparison.Ordinal);

        await process.KillAsync();
        await using var reopened = await OpenEngine.StartAsync(_folder);
        await reopened.AwaitEndAsync(process.Accepted[0]);
    }

    [Fact]
    public async Task Processes_that_outlived_a_killed_engine_are_ended_before_their_job_is_tried_again()
    {
        await using (var engine = await OpenEngine.StartAsync(_folder))
            await engine.DefineAsync("lasting", attempts: 2, "sh", "-c", $"setsid sleep 1000 & echo $! >> {_folder.File("pids")}; echo $$ >> {_folder.File("pids")}; [ $AWS_BATCH_JOB_ATTEMPT = 2 ] || exec sleep 1000");
        List<int> left;
        string id;
        using (var process = EngineProcess.Start(_folder, "lasting", jobs: 1, arraySize: 0))
        {
            await process.ReadRunningAsync();
            id = process.Accepted[0];
            left = await ReadNumbersAsync(_folder.File("pids"), 2);
            await process.KillAsync();
        }

        Assert.All(left, processId => Assert.True(Directory.Exists($"/proc/{processId}")));
        await using var reopened = await OpenEngine.StartAsync(_folder);

        foreach (var processId in left)
            await RunnerTests.AssertGoneAsync(processId);
        var job = await reopened.AwaitEndAsync(id);
        Assert.Equal(JobStatus.SUCCEEDED, job.Status);
        Assert.Equal(2, job.Attempts!.Count);
        Assert.Matches(@"^Host EC2 \(instance i-[0-9a-f]{17}\) terminated\.$", job.Attempts[0].StatusReason);
        Assert.Null(job.Attempts[0].Container!.ExitCode);
    }

    [Fact]
    public async Task Closing_ends_running_jobs_and_they_are_tried_again_by_their_rules()
    {
        string once, twice, waiting;
        int processId;
        await using (var engine = await OpenEngine.StartAsync(_folder, processors: 2))
        {
            await engine.DefineAsync("once", "sh", "-c", $"echo $$ >> {_folder.File("pids")}; exec sleep 1000");
            await engine.DefineAsync("twice", attempts: 2, "sh", "-c", "[ $AWS_BATCH_JOB_ATTEMPT = 2 ] || sleep 1000");
            await engine.DefineAsync("quick", "true");
            once = await engine.SubmitAsync("once");
            twice = await engine.SubmitAsync("twice");
            waiting = await engine.SubmitAsync("quick");
            await engine.AwaitAsync(twice, JobStatus.RUNNING);
            processId = Assert.Single(await ReadNumbersAsync(_folder.File("pids"), 1));
        }

        await RunnerTests.AssertGoneAsync(processId);
        await using var reopened = await OpenEngine.StartAsync(_folder);

        var failed = await reopened.AwaitEndAsync(once);
        Assert.Equal(JobStatus.FAILED, failed.Status);
        Assert.StartsWith("Host EC2 (instance i-", failed.StatusReason, StringComparison.Ordinal);
        Assert.Equal(JobStatus.SUCCEEDED, (await reopened.AwaitEndAsync(twice)).Status);
        Assert.Equal(JobStatus.SUCCEEDED, (await reopened.AwaitEndAsync(waiting)).Status);
    }

    [Fact]
    public async Task Everything_else_is_found_as_it_was()
    {
        string first, second, array, definition;
        await using (var engine = await OpenEngine.StartAsync(_folder))
        {
            await engine.DefineAsync("sleeper", attempts: 2, "sh", "-c", "[ $AWS_BATCH_JOB_ATTEMPT = 2 ] || sleep 1000");
            definition = await engine.DefineAsync("quick", "sh", "-c", "exit $AWS_BATCH_JOB_ARRAY_INDEX");
            first = await engine.SubmitAsync("sleeper", request => request.Tags = new() { ["kind"] = "first" });
            second = await engine.SubmitAsync("quick", request => request.DependsOn = [new JobDependency { JobId = first }]);
            array = await engine.SubmitAsync("quick", request => request.ArrayProperties = new ArrayProperties { Size = 2 });
            await engine.AwaitEndAsync(array);
            await engine.Batch.CancelJobAsync(new CancelJobRequest { JobId = second, Reason = "no more" }, Cancellation);
            await engine.Batch.TagResourceAsync(new TagResourceRequest { ResourceArn = definition, Tags = new() { ["a"] = "b" } }, Cancellation);
            await engine.Batch.UpdateJobQueueAsync(new UpdateJobQueueRequest { JobQueue = "local", Priority = 7 }, Cancellation);
        }

        await using var reopened = await OpenEngine.StartAsync(_folder, processors: 8);

        Assert.Equal("no more", (await reopened.AwaitEndAsync(second)).StatusReason);
        Assert.Equal("first", (await reopened.DescribeAsync(first)).Tags!["kind"]);
        var parent = await reopened.DescribeAsync(array);
        Assert.Equal((JobStatus.FAILED, "Array Child Job failed"), (parent.Status!, parent.StatusReason));
        Assert.Equal((1, 1), (parent.ArrayProperties!.StatusSummary!["SUCCEEDED"], parent.ArrayProperties.StatusSummary["FAILED"]));
        Assert.Equal(1, (await reopened.DescribeAsync($"{array}:1")).Container!.ExitCode);
        var queue = Assert.Single((await reopened.Batch.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), Cancellation)).JobQueues!);
        Assert.Equal(7, queue.Priority);
        var environment = Assert.Single((await reopened.Batch.DescribeComputeEnvironmentsAsync(new DescribeComputeEnvironmentsRequest(), Cancellation)).ComputeEnvironments!);
        Assert.Equal(2, environment.ComputeResources!.MaxvCpus);
        var tags = await reopened.Batch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = definition }, Cancellation);
        Assert.Equal("b", tags.Tags!["a"]);
        Assert.EndsWith("quick:2", await reopened.DefineAsync("quick", "true"), StringComparison.Ordinal);
    }

    private static async Task<List<int>> ReadNumbersAsync(string file, int count)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, Cancellation) is var lines && lines.Length >= count)
                return [.. lines.Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{file} does not get {count} lines.");
            await Task.Delay(5, Cancellation);
        }
    }
}
