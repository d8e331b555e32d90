namespace BatchTools.Tests;

/// <summary>Finding jobs on a real engine, one for each test: a listing shows all that is there.</summary>
public sealed class JobQueryTests : IAsyncLifetime
{
    private readonly LocalBatch _local = new();
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _local.InitializeAsync();

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    [Fact]
    public async Task Jobs_are_found_by_status_name_definition_workload_and_time()
    {
        await _local.RegisterAsync("good", "true");
        await _local.RegisterAsync("bad", "exit 3");
        var before = DateTime.Now.AddMinutes(-1);
        var submitted = await _local.SubmitAsync(
            _reporter,
            new SubmitOptions { Workload = "finding" },
            Request("alpha-1", "good"), Request("alpha-2", "bad"), Request("beta-1", "good"), Request("beta-2", "bad") with { ArraySize = 2 });
        await _local.WaitAsync(_reporter, submitted);

        Assert.Equal(["alpha-1", "alpha-2", "beta-1", "beta-2"], await NamesAsync(new JobFilter { Workload = "finding" }));
        Assert.Equal(["alpha-1", "beta-1"], await NamesAsync(Found() with { Statuses = [JobStatus.SUCCEEDED] }));
        Assert.Equal(["alpha-1", "alpha-2", "beta-1", "beta-2"], await NamesAsync(Found() with { Statuses = [JobStatus.SUCCEEDED, JobStatus.FAILED] }));
        Assert.Equal(["alpha-1", "alpha-2"], await NamesAsync(Found() with { JobNames = ["ALPHA*"] }));
        Assert.Equal(["alpha-2"], await NamesAsync(Found() with { JobNames = ["alpha-2"] }));
        Assert.Equal(["alpha-2", "beta-2"], await NamesAsync(Found() with { JobNames = ["*-?"], Statuses = [JobStatus.FAILED] }));
        Assert.Equal(["alpha-2", "beta-2"], await NamesAsync(Found() with { JobDefinition = "bad" }));
        Assert.Equal(["alpha-2", "beta-2"], await NamesAsync(Found() with { JobDefinition = "ba?:1" }));
        Assert.Equal(["alpha-1", "alpha-2", "beta-1", "beta-2"], await NamesAsync(Found() with { CreatedAfter = before }));
        Assert.Empty(await NamesAsync(Found() with { CreatedBefore = before }));
        Assert.Equal(["alpha-1", "alpha-2", "beta-1", "beta-2"], await NamesAsync(Found() with { JobQueues = ["loc*"] }));
        Assert.Empty(_reporter.Errors);

        var children = await new Jobs(_local.Connection, _reporter).GetAsync(Found() with { JobNames = ["beta*"], Child = true }, Cancel).ToListAsync(Cancel);
        Assert.Equal([0, 1], children.Select(child => child.ArrayIndex!.Value).Order());
        Assert.All(children, child => Assert.Equal(3, child.ExitCode));

        static JobFilter Found() => new() { JobQueues = ["local"] };
        static JobRequest Request(string name, string definition) => new() { JobName = name, JobDefinition = definition };
    }

    [Fact]
    public async Task Jobs_come_in_the_order_asked_for_and_one_that_is_missing_is_an_error()
    {
        await _local.RegisterAsync("good", "true");
        var submitted = await _local.SubmitAsync(
            _reporter, new SubmitOptions(), Enumerable.Range(0, 5).Select(index => new JobRequest { JobName = $"job-{index}", JobDefinition = "good" }));
        var ids = submitted.Select(job => job.JobId).ToArray();

        var found = await new Jobs(_local.Connection, _reporter)
            .GetAsync(Streams.Of([ids[3], "11111111-2222-3333-4444-555555555555", submitted[1].JobArn, ids[4]]), null, Cancel).ToListAsync(Cancel);

        Assert.Equal([ids[3], ids[1], ids[4]], found.Select(job => job.JobId));
        var error = Assert.Single(_reporter.Errors);
        Assert.Equal((nameof(Messages.JobNotFound), ErrorKind.NotFound), (error.ErrorId, error.Kind));
        Assert.Contains("'11111111-2222-3333-4444-555555555555' at the connection 'local'", error.Message, StringComparison.Ordinal);
        await _local.WaitAsync(_reporter, submitted);
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_one_clear_error()
    {
        var error = await Assert.ThrowsAsync<BatchException>(async () => await new Jobs(_local.Connection, _reporter)
            .GetAsync(new JobFilter { JobQueues = ["no-such-queue"] }, Cancel).ToListAsync(Cancel));
        Assert.Equal(ErrorKind.NotFound, error.Kind);
        Assert.Contains("'no-such-queue'", error.Message, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> NamesAsync(JobFilter filter) =>
        (await new Jobs(_local.Connection, _reporter).GetAsync(filter, Cancel).ToListAsync(Cancel))
            .Select(job => job.JobName).Order(StringComparer.Ordinal);
}
