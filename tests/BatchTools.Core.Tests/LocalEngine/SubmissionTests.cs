using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>What is refused before anything is submitted, and how a stream goes on, on a real engine.</summary>
public sealed class SubmissionTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_one_bad_request_of_a_list_nothing_is_submitted_and_all_that_is_wrong_is_told()
    {
        await local.RegisterAsync("needs", "echo Ref::temperature Ref::pressure");
        var good = new JobRequest
        {
            JobName = "good",
            JobQueue = "local",
            JobDefinition = "needs",
            Parameters = new Dictionary<string, string> { ["temperature"] = "1", ["pressure"] = "2" },
        };

        var submitted = await SubmitAsync(
            good,
            good with { JobName = "cold", Parameters = new Dictionary<string, string> { ["pressure"] = "2" } },
            good with { JobName = "bad name" },
            good with { JobName = "no-queue", JobQueue = "locel" },
            good with { JobName = "no-queue-either", JobQueue = "locel" },
            good with { JobName = "no-definition", JobDefinition = "kneads" });

        Assert.Empty(submitted);
        Assert.Equal(
            [nameof(Messages.ParameterValuesMissing), nameof(Messages.JobNameInvalid), nameof(Messages.JobQueueNotFound), nameof(Messages.JobDefinitionNotFound)],
            _reporter.Errors.Select(error => error.ErrorId));
        Assert.Equal(
            "The job 'cold' gives no value for Ref::temperature, which the command of the job definition 'needs:1' uses. Give a parameter of that name, or a default in the definition.",
            _reporter.Errors[0].Message);
        Assert.Equal("There is no job queue 'locel' at the connection 'local'. Did you mean 'local'? The job queues are: local.", _reporter.Errors[2].Message);
        Assert.Contains("Did you mean 'needs'?", _reporter.Errors[3].Message, StringComparison.Ordinal);
        Assert.Empty(await new Jobs(local.Connection, _reporter).GetAsync(new JobFilter { JobNames = ["good"] }, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task In_a_stream_a_bad_request_is_reported_and_the_others_are_submitted()
    {
        await local.RegisterAsync("fine", "true");
        var requests = new[] { "one", "not valid", "two" }.Select(name => new JobRequest { JobName = name, JobQueue = "local", JobDefinition = "fine" });

        var submitted = await new JobSubmission(local.Connection, _reporter)
            .SubmitAsync(requests.ToAsyncEnumerable(), new SubmitOptions(), Cancel).ToListAsync(Cancel);

        Assert.Equal(["one", "two"], submitted.Select(job => job.JobName).Order(StringComparer.Ordinal));
        Assert.Equal("not valid", Assert.Single(_reporter.Errors).Target);
        await local.WaitAsync(_reporter, submitted);
    }

    [Fact]
    public async Task In_a_stream_a_queue_that_does_not_exist_is_one_error_and_one_count()
    {
        await local.RegisterAsync("fine", "true");
        var requests = Enumerable.Range(0, 35).Select(index => new JobRequest { JobName = $"job-{index}", JobQueue = "nowhere", JobDefinition = "fine" });

        Assert.Empty(await new JobSubmission(local.Connection, _reporter).SubmitAsync(requests.ToAsyncEnumerable(), new SubmitOptions(), Cancel).ToListAsync(Cancel));

        Assert.Equal(nameof(Messages.JobQueueNotFound), Assert.Single(_reporter.Errors).ErrorId);
        Assert.StartsWith("34 more job(s) were not submitted for the same reason", Assert.Single(_reporter.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_stream_early_ends_the_submission()
    {
        await local.RegisterAsync("fine", "true");
        var given = 0;
        async IAsyncEnumerable<JobRequest> Endless()
        {
            while (true)
            {
                await Task.Yield();
                given++;
                yield return new JobRequest { JobName = $"endless-{given}", JobQueue = "local", JobDefinition = "fine" };
            }
        }

        var submitted = await new JobSubmission(local.Connection, _reporter).SubmitAsync(Endless(), new SubmitOptions(), Cancel).Take(3).ToListAsync(Cancel);

        Assert.Equal(3, submitted.Count);
        Assert.InRange(given, 3, 80); // what is sent at once, and a few that were made ready
        Assert.All(_reporter.Warnings, warning => Assert.Contains("submitted while the call was being ended", warning, StringComparison.Ordinal));
        var before = given;
        await local.WaitAsync(_reporter, submitted);
        Assert.Equal(before, given);
    }

    [Fact]
    public async Task A_definitions_default_serves_a_reference_and_an_override_of_the_command_is_what_counts()
    {
        await local.RegisterAsync("defaults", "echo Ref::what", new RegisterJobDefinitionRequest { Parameters = new() { ["what"] = "it" } });
        var plain = new JobRequest { JobName = "plain", JobQueue = "local", JobDefinition = "defaults" };

        var submitted = await SubmitAsync(plain, plain with { JobName = "other", Command = ["echo", "nothing"] });
        Assert.Equal(2, submitted.Count);
        await local.WaitAsync(_reporter, submitted);

        Assert.Empty(await SubmitAsync(plain with { Command = ["echo", "Ref::more"] }));
        Assert.Contains("Ref::more", Assert.Single(_reporter.Errors).Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Job>> SubmitAsync(params JobRequest[] requests) =>
        await new JobSubmission(local.Connection, _reporter).SubmitAsync(requests, new SubmitOptions(), Cancel).ToListAsync(Cancel);
}
