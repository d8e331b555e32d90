using System.Text;
using Amazon.Batch;
using BatchTools.LocalEngine.Storage;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

public sealed class JobRetentionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_finished_job_is_removed_after_seven_days_with_its_children_and_logs()
    {
        await using var engine = StillEngine.Open(_folder);
        var array = await engine.SubmitArrayAsync(2);
        for (var child = 0; child < 2; child++)
            Finish(engine, $"{array}:{child}", "a line");
        engine.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(JobStatus.SUCCEEDED, await engine.StatusAsync(array));

        engine.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));

        Assert.Empty(await engine.FindAsync(array));
        await engine.CloseAsync();
        Assert.Equal((0, 0), (Count("state.db", "job"), Count("state.db", "job_state")));
        Assert.Equal((0, 0), (Count("logs.db", "log_stream"), Count("logs.db", "chunk")));
        Assert.Equal(0, Number("logs.db", "SELECT sum(bytes) FROM log_group"));
    }

    [Fact]
    public async Task Jobs_that_ended_later_or_have_not_ended_stay()
    {
        await using var engine = StillEngine.Open(_folder, processors: 3);
        var running = await engine.SubmitAsync();
        var early = await engine.SubmitAsync();
        var late = await engine.SubmitAsync();
        engine.Attempt(running).Begin();
        Finish(engine, early, "early");
        engine.Time.Advance(TimeSpan.FromDays(1));
        Finish(engine, late, "late");

        engine.Time.Advance(TimeSpan.FromDays(6) + TimeSpan.FromHours(1));

        Assert.Empty(await engine.FindAsync(early));
        Assert.Equal(JobStatus.SUCCEEDED, await engine.StatusAsync(late));
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(running));
        await engine.CloseAsync();
        Assert.Equal((2, 2), (Count("state.db", "job"), Count("logs.db", "log_stream")));
    }

    [Fact]
    public async Task What_expired_while_the_engine_was_closed_is_removed_when_it_is_opened()
    {
        string done, after;
        var time = new ManualTimeProvider();
        await using (var engine = StillEngine.Open(_folder, processors: 1, time))
        {
            done = await engine.SubmitAsync();
            Finish(engine, done, "a line");
            var blocker = await engine.SubmitAsync();
            engine.Attempt(blocker).Begin();
            after = await engine.SubmitAsync(request =>
            {
                request.DependsOn = [new() { JobId = done }];
                request.RetryStrategy = new() { Attempts = 2 }; // closing starts and loses it
            });
        }

        time.Advance(TimeSpan.FromDays(8));
        await using var reopened = StillEngine.Open(_folder, processors: 1, time);

        Assert.Empty(await reopened.FindAsync(done));
        Finish(reopened, after, "its dependency had succeeded");
        Assert.Equal(JobStatus.SUCCEEDED, await reopened.StatusAsync(after));
    }

    [Fact]
    public async Task More_than_one_sweep_holds_at_once_go_too()
    {
        var time = new ManualTimeProvider();
        await using var engine = StillEngine.Open(_folder, processors: 1, time, options => options with { Retention = TimeSpan.FromMinutes(90) });
        await engine.SubmitAsync();
        for (var job = 0; job < 2_050; job++)
            await engine.CancelAsync(await engine.SubmitAsync());

        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2_051, await engine.CountAsync());
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await engine.CountAsync());
    }

    [Fact]
    public async Task Without_an_end_nothing_is_removed()
    {
        await using var engine = StillEngine.Open(_folder, change: options => options with { Retention = Timeout.InfiniteTimeSpan });
        var id = await engine.SubmitAsync();
        Finish(engine, id, "a line");

        engine.Time.Advance(TimeSpan.FromDays(10_000));

        Assert.Equal(JobStatus.SUCCEEDED, await engine.StatusAsync(id));
    }

    [Fact]
    public async Task An_engine_without_work_has_periodic_timers_only_so_that_a_simulated_clock_stands()
    {
        await using var engine = StillEngine.Open(_folder);
        Assert.Equal((0, 2), (engine.Time.Waiting, engine.Time.Periodic)); // the retention of jobs and that of logs

        Finish(engine, await engine.SubmitAsync(), "a line");
        engine.Time.Advance(TimeSpan.FromHours(5));
        Assert.Equal((0, 2), (engine.Time.Waiting, engine.Time.Periodic)); // the retention of jobs and that of logs
    }

    [Fact]
    public async Task A_negative_time_is_refused()
    {
        var error = await Assert.ThrowsAsync<LocalEngineException>(() => OpenEngine.StartAsync(
            _folder, change: options => options with { Retention = TimeSpan.FromDays(-1) }));

        Assert.Contains("Retention", error.Message, StringComparison.Ordinal);
    }

    private static void Finish(StillEngine engine, string id, string line)
    {
        engine.Attempt(id).Begin();
        engine.Attempt(id).What!.Output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        engine.Attempt(id).Exit(0);
    }

    private long Count(string database, string table) => Number(database, $"SELECT count(*) FROM {table}");

    private long Number(string database, string query)
    {
        using var reader = Database.OpenReader(_folder.File("data/" + database));
        using var command = reader.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}
