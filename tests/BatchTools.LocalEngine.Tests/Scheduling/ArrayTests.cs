using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

public sealed class ArrayTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_parent_is_pending_until_its_children_have_succeeded()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var id = await engine.SubmitArrayAsync(3);

        engine.Attempt($"{id}:0").Begin();
        var parent = await engine.DescribeAsync(id);
        Assert.Equal(JobStatus.PENDING, parent.Status);
        Assert.Equal(3, parent.ArrayProperties!.Size);
        Assert.Equal((1, 1, 1), (Count(parent, JobStatus.RUNNING), Count(parent, JobStatus.STARTING), Count(parent, JobStatus.RUNNABLE)));
        Assert.Empty(parent.Attempts!);
        EndAll(engine, 0);

        parent = await engine.DescribeAsync(id);
        Assert.Equal(JobStatus.SUCCEEDED, parent.Status);
        Assert.Equal(3, Count(parent, JobStatus.SUCCEEDED));
    }

    [Fact]
    public async Task A_child_knows_its_index_and_the_arrays_size()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitArrayAsync(2);
        engine.Attempt($"{id}:1").Begin();

        var variables = engine.Attempt($"{id}:1").What!.Environment;
        var child = await engine.DescribeAsync($"{id}:1");

        Assert.Equal(($"{id}:1", "1", "2"), (variables["AWS_BATCH_JOB_ID"], variables["AWS_BATCH_JOB_ARRAY_INDEX"], variables["AWS_BATCH_JOB_ARRAY_SIZE"]));
        Assert.Equal($"arn:aws:batch:us-east-1:000000000000:job/{id}:1", child.JobArn);
        Assert.Equal(1, child.ArrayProperties!.Index);
        Assert.Empty(child.ArrayProperties.StatusSummary!);
        Assert.Null(child.ArrayProperties.Size);
    }

    [Fact]
    public async Task A_failed_child_fails_the_parent_once_the_others_are_done()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var id = await engine.SubmitArrayAsync(3);

        engine.Attempt($"{id}:0").Exit(1);
        Assert.Equal(JobStatus.PENDING, await engine.StatusAsync(id));
        EndAll(engine, 0);

        await engine.AssertAsync(id, JobStatus.FAILED, "Array Child Job failed");
        await engine.AssertAsync($"{id}:2", JobStatus.SUCCEEDED, "Essential container in task exited");
    }

    [Fact]
    public async Task Children_are_tried_again_one_by_one()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitArrayAsync(2, request => request.RetryStrategy = new RetryStrategy { Attempts = 2 });

        engine.Attempt($"{id}:0").Exit(1);
        EndAll(engine, 0);

        Assert.Equal(JobStatus.SUCCEEDED, await engine.StatusAsync(id));
        Assert.Equal(2, (await engine.DescribeAsync($"{id}:0")).Attempts!.Count);
        Assert.Single((await engine.DescribeAsync($"{id}:1")).Attempts!);
    }

    [Fact]
    public async Task In_a_sequential_array_each_child_waits_for_the_one_before_it()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitArrayAsync(3, request => request.DependsOn = [new JobDependency { Type = ArrayJobDependency.SEQUENTIAL }]);
        Assert.Equal([$"{id}:0"], engine.StartedJobs);

        engine.Attempt($"{id}:0").Exit(0);
        Assert.Equal([$"{id}:0", $"{id}:1"], engine.StartedJobs);
        engine.Attempt($"{id}:1").Exit(1);

        await engine.AssertAsync($"{id}:2", JobStatus.FAILED, "Dependent Job failed");
        await engine.AssertAsync(id, JobStatus.FAILED, "Array Child Job failed");
    }

    [Fact]
    public async Task A_failure_runs_through_a_sequential_array_of_full_size()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitArrayAsync(10_000, request => request.DependsOn = [new JobDependency { Type = ArrayJobDependency.SEQUENTIAL }]);

        engine.Attempt($"{id}:0").Exit(1);

        Assert.Equal(10_000, Count(await engine.DescribeAsync(id), JobStatus.FAILED));
    }

    [Fact]
    public async Task With_n_to_n_each_child_waits_for_its_counterpart()
    {
        await using var engine = StillEngine.Open(_folder, processors: 4);
        var first = await engine.SubmitArrayAsync(2);
        var second = await engine.SubmitArrayAsync(2, request => request.DependsOn = [new JobDependency { JobId = first, Type = ArrayJobDependency.N_TO_N }]);

        engine.Attempt($"{first}:1").Exit(0);
        Assert.Equal([$"{first}:0", $"{first}:1", $"{second}:1"], engine.StartedJobs);
        engine.Attempt($"{first}:0").Exit(1);

        await engine.AssertAsync($"{second}:0", JobStatus.FAILED, "Dependent Job failed");
        engine.Attempt($"{second}:1").Exit(0);
        await engine.AssertAsync(second, JobStatus.FAILED, "Array Child Job failed");
    }

    [Fact]
    public async Task Arrays_of_different_sizes_cannot_be_matched()
    {
        await using var engine = StillEngine.Open(_folder);
        var first = await engine.SubmitArrayAsync(2);

        var error = await Assert.ThrowsAsync<ServiceError>(() => engine.SubmitArrayAsync(
            3, request => request.DependsOn = [new JobDependency { JobId = first, Type = ArrayJobDependency.N_TO_N }]));

        Assert.Contains("has 2 children, this job 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_waits_as_a_whole_and_fails_as_a_whole_with_its_dependency()
    {
        await using var engine = StillEngine.Open(_folder);
        var first = await engine.SubmitAsync();
        var array = await engine.SubmitArrayAsync(3, request => request.DependsOn = [new JobDependency { JobId = first }]);
        Assert.Equal(3, Count(await engine.DescribeAsync(array), JobStatus.PENDING));

        engine.Attempt(first).Exit(1);

        await engine.AssertAsync(array, JobStatus.FAILED, "Dependent Job failed");
        await engine.AssertAsync($"{array}:2", JobStatus.FAILED, "Dependent Job failed");
    }

    [Fact]
    public async Task A_job_can_wait_for_a_whole_array_and_for_one_child()
    {
        await using var engine = StillEngine.Open(_folder, processors: 3);
        var array = await engine.SubmitArrayAsync(2);
        var afterAll = await engine.SubmitAsync(request => request.DependsOn = [new JobDependency { JobId = array }]);
        var afterOne = await engine.SubmitAsync(request => request.DependsOn = [new JobDependency { JobId = $"{array}:0", Type = ArrayJobDependency.SEQUENTIAL }]);

        engine.Attempt($"{array}:0").Exit(0);
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(afterOne));
        Assert.Equal(JobStatus.PENDING, await engine.StatusAsync(afterAll));
        engine.Attempt($"{array}:1").Exit(0);

        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(afterAll));
    }

    [Fact]
    public async Task Terminating_an_array_ends_all_children_and_the_parent_with_the_last()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var id = await engine.SubmitArrayAsync(3);

        await engine.TerminateAsync(id);
        Assert.Equal(JobStatus.PENDING, await engine.StatusAsync(id));
        Assert.Equal(1, engine.Attempt($"{id}:0").Stops);
        engine.Attempt($"{id}:0").Exit(143);

        var parent = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.FAILED, "terminated by test", true), (parent.Status, parent.StatusReason, parent.IsTerminated));
        Assert.Equal(3, Count(parent, JobStatus.FAILED));
        Assert.Single(engine.Runner.Started);
    }

    [Fact]
    public async Task Cancelling_an_array_lets_running_children_finish()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var id = await engine.SubmitArrayAsync(3);
        engine.Attempt($"{id}:0").Begin();

        await engine.CancelAsync(id);
        engine.Attempt($"{id}:0").Exit(0);

        var parent = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.FAILED, "cancelled by test", true), (parent.Status, parent.StatusReason, parent.IsCancelled));
        Assert.Equal((1, 2), (Count(parent, JobStatus.SUCCEEDED), Count(parent, JobStatus.FAILED)));
    }

    [Fact]
    public async Task A_single_child_can_be_cancelled()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var id = await engine.SubmitArrayAsync(3);

        await engine.CancelAsync($"{id}:1");
        EndAll(engine, 0);

        await engine.AssertAsync($"{id}:1", JobStatus.FAILED, "cancelled by test");
        await engine.AssertAsync(id, JobStatus.FAILED, "Array Child Job failed");
        Assert.Equal([$"{id}:0", $"{id}:2"], engine.StartedJobs);
    }

    private static int Count(JobDetail parent, string status) => parent.ArrayProperties!.StatusSummary![status];

    private static void EndAll(StillEngine engine, int exitCode)
    {
        while (engine.Runner.Started.Find(attempt => !attempt.IsOver) is { } attempt)
            attempt.Exit(exitCode);
    }
}
