namespace BatchTools.Tests;

/// <summary>The whole way, on a real engine: submit, wait, describe, read logs.</summary>
public sealed class RoundTripTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_runs_with_its_parameters_and_its_log_can_be_read()
    {
        var definition = await local.RegisterAsync("greet", "echo hello Ref::who from $PLACE; echo second line >&2");
        Assert.Equal(("greet:1", JobDefinitionStatus.ACTIVE, 1m, 64), (definition.ToString(), definition.Status, definition.Vcpu, definition.Memory));

        var submitted = Assert.Single(await local.SubmitAsync(_reporter, new SubmitOptions { Workload = "w-1" }, new JobRequest
        {
            JobName = "greet-1",
            JobDefinition = "greet",
            Parameters = new Dictionary<string, string> { ["who"] = "you" },
            Environment = new Dictionary<string, string> { ["PLACE"] = "here" },
        }));
        Assert.Equal((JobStatus.SUBMITTED, "local", "greet:1", "w-1"), (submitted.Status, submitted.JobQueue, submitted.JobDefinition, submitted.Workload));

        var ended = Assert.Single(await local.WaitAsync(_reporter, submitted));
        Assert.Equal((JobStatus.SUCCEEDED, 0, submitted.JobId, "greet-1"), (ended.Status, ended.ExitCode, ended.JobId, ended.JobName));
        Assert.Equal("w-1", ended.Workload);
        Assert.Equal(1, Assert.Single(ended.Attempts).Number);
        Assert.True(ended.CreatedAt <= ended.StartedAt && ended.StartedAt <= ended.StoppedAt);
        Assert.Equal(DateTimeKind.Local, ended.StartedAt!.Value.Kind);
        Assert.Equal(ended.StoppedAt - ended.StartedAt, ended.Duration);
        Assert.Equal("greet-1", ended.Raw["jobName"]);

        var log = await new JobLogs(local.Connection, _reporter)
            .ReadAsync(Streams.Of(ended.JobId), new LogOptions(), Cancel).ToListAsync(Cancel);
        Assert.Equal(["hello you from here", "second line"], log.Select(line => line.Message));
        Assert.All(log, line => Assert.Equal((1, ended.JobId, "greet-1"), (line.Attempt, line.JobId, line.JobName)));
        Assert.Empty(_reporter.Errors);
    }

    [Fact]
    public async Task An_array_runs_its_children_and_their_logs_come_in_order()
    {
        await local.RegisterAsync("array", "echo child $AWS_BATCH_JOB_ARRAY_INDEX");
        var submitted = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest { JobName = "array", JobDefinition = "array", ArraySize = 12 });

        var ended = Assert.Single(await local.WaitAsync(_reporter, submitted));

        Assert.Equal((JobStatus.SUCCEEDED, 12, 12), (ended.Status, ended.ArraySize, ended.StatusSummary[JobStatus.SUCCEEDED]));
        var children = await new Jobs(local.Connection, _reporter)
            .GetAsync(Streams.Of(ended.JobId), new JobFilter { Child = true }, Cancel).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, 12), children.Select(child => child.ArrayIndex!.Value));
        var log = await new JobLogs(local.Connection, _reporter)
            .ReadAsync(Streams.Of(ended.JobId), new LogOptions(), Cancel).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, 12).Select(index => $"child {index}"), log.Select(line => line.Message));
        Assert.Equal(Enumerable.Range(0, 12), log.Select(line => line.ArrayIndex!.Value));
        Assert.Empty(_reporter.Errors);
    }

    [Fact]
    public async Task Single_children_can_be_asked_for_and_one_that_is_not_there_is_an_error()
    {
        await local.RegisterAsync("few", "true");
        var submitted = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest { JobName = "few", JobDefinition = "few", ArraySize = 3 });
        await local.WaitAsync(_reporter, submitted);

        var children = await new Jobs(local.Connection, _reporter)
            .GetAsync(Streams.Of(submitted[0].JobId), new JobFilter { Index = [2, 7] }, Cancel).ToListAsync(Cancel);

        Assert.Equal($"{submitted[0].JobId}:2", Assert.Single(children).JobId);
        Assert.Equal(nameof(Messages.ChildIndexOutOfRange), Assert.Single(_reporter.Errors).ErrorId);
    }

    [Fact]
    public async Task A_job_waits_for_those_it_depends_on()
    {
        await local.RegisterAsync("step", "sleep 0.2");
        var first = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest { JobName = "first", JobDefinition = "step" });
        var second = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest
        {
            JobName = "second",
            JobDefinition = "step",
            DependsOn = [first[0].JobArn],
        });

        var ended = await local.WaitAsync(_reporter, [.. second, .. first]);

        Assert.Equal(["first", "second"], ended.Select(job => job.JobName));
        Assert.True(ended[0].StoppedAt <= ended[1].StartedAt);
        Assert.Equal([first[0].JobId], ended[1].DependsOn);
    }

    [Fact]
    public async Task Each_attempt_has_its_log_and_can_be_chosen()
    {
        await local.RegisterAsync("flaky", "echo attempt $AWS_BATCH_JOB_ATTEMPT; test $AWS_BATCH_JOB_ATTEMPT = 3");
        var submitted = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest { JobName = "flaky", JobDefinition = "flaky", Attempts = 3 });
        var ended = Assert.Single(await local.WaitAsync(_reporter, submitted));
        Assert.Equal((JobStatus.SUCCEEDED, 3), (ended.Status, ended.Attempts.Count));

        Assert.Equal(["attempt 1", "attempt 2", "attempt 3"], await LogAsync(new LogOptions()));
        Assert.Equal(["attempt 2"], await LogAsync(new LogOptions { Attempt = 2 }));
        Assert.Equal(["attempt 3"], await LogAsync(new LogOptions { Attempt = -1 }));
        Assert.Empty(await LogAsync(new LogOptions { Attempt = 4 }));
        Assert.Equal(nameof(Messages.AttemptNotFound), Assert.Single(_reporter.Errors).ErrorId);

        async Task<List<string>> LogAsync(LogOptions options) => await new JobLogs(local.Connection, _reporter)
            .ReadAsync(Streams.Of(ended.JobId), options, Cancel).Select(line => line.Message).ToListAsync(Cancel);
    }

    [Fact]
    public async Task The_tail_of_a_log_is_its_last_lines_in_order()
    {
        await local.RegisterAsync("long", "i=1; while [ $i -le 500 ]; do echo line $i; i=$((i+1)); done");
        var ended = await local.WaitAsync(_reporter, await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest { JobName = "long", JobDefinition = "long" }));

        var log = await new JobLogs(local.Connection, _reporter)
            .ReadAsync(Streams.Of(ended[0].JobId), new LogOptions { Tail = 3 }, Cancel).ToListAsync(Cancel);

        Assert.Equal(["line 498", "line 499", "line 500"], log.Select(line => line.Message));
    }

    [Fact]
    public async Task A_log_can_be_followed_until_the_job_ends()
    {
        await local.RegisterAsync("talk", "echo one; sleep 0.4; echo two; sleep 0.4; echo three");
        var submitted = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest { JobName = "talk", JobDefinition = "talk" });

        var log = await new JobLogs(local.Connection, _reporter)
            .ReadAsync(Streams.Of(submitted[0].JobId), new LogOptions { Follow = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal(["one", "two", "three"], log.Select(line => line.Message));
        Assert.Empty(_reporter.Warnings);
    }

    [Fact]
    public async Task A_command_that_cannot_start_fails_with_its_reason_and_a_warning_instead_of_a_log()
    {
        await local.RegisterAsync("broken", "true");
        var submitted = await local.SubmitAsync(_reporter, new SubmitOptions(), new JobRequest
        {
            JobName = "broken",
            JobDefinition = "broken",
            Command = ["/no/such/program"],
        });
        var ended = Assert.Single(await local.WaitAsync(_reporter, submitted));

        Assert.Equal(JobStatus.FAILED, ended.Status);
        Assert.Contains("/no/such/program", ended.Reason, StringComparison.Ordinal);
        Assert.Empty(await new JobLogs(local.Connection, _reporter).ReadAsync(Streams.Of(ended.JobId), new LogOptions(), Cancel).ToListAsync(Cancel));
        Assert.Contains("/no/such/program", Assert.Single(_reporter.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_so_many_jobs_of_a_call_are_unfinished_and_the_limit_is_used()
    {
        await local.RegisterAsync("busy", "sleep 0.3");
        var requests = Enumerable.Range(0, 12).Select(index => new JobRequest { JobName = $"busy-{index}", JobDefinition = "busy" });

        var submitted = await local.SubmitAsync(_reporter, new SubmitOptions { ThrottleLimit = 3 }, requests);
        var ended = await local.WaitAsync(_reporter, submitted);

        Assert.Equal(12, ended.Select(job => job.JobId).Distinct(StringComparer.Ordinal).Count());
        // By the service's own times: how many were there, submitted and not ended, when each was submitted.
        Assert.Equal(3, ended.Max(one => ended.Count(other => other.CreatedAt <= one.CreatedAt && other.StoppedAt > one.CreatedAt)));
    }
}
