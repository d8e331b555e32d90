using System.Globalization;

namespace BatchTools.Tests;

/// <summary>Logs of real jobs while they are written.</summary>
public sealed class FollowingTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_of_many_jobs_comes_once_in_the_order_of_its_stream()
    {
        await local.RegisterAsync("counts", "for i in 1 2 3 4 5 6 7 8; do echo $AWS_BATCH_JOB_ID $i; sleep 0.1; done");
        var jobs = await local.SubmitAsync(_reporter, new SubmitOptions(), Enumerable.Range(0, 12).Select(index =>
            new JobRequest { JobName = string.Create(CultureInfo.InvariantCulture, $"job-{index}"), JobDefinition = "counts" }));

        var lines = await FollowAsync(jobs);

        Assert.Equal(12 * 8, lines.Count);
        foreach (var job in jobs)
            Assert.Equal(Enumerable.Range(1, 8).Select(number => $"{job.JobId} {number}"), lines.Where(line => line.JobId == job.JobId).Select(line => line.Message));
        Assert.Empty(_reporter.Warnings);
        Assert.Empty(_reporter.Errors);
    }

    [Fact]
    public async Task Attempts_and_children_are_taken_up_as_they_start()
    {
        await local.RegisterAsync("retries", "echo attempt $AWS_BATCH_JOB_ATTEMPT of $AWS_BATCH_JOB_ARRAY_INDEX; exit 1");
        var jobs = await local.SubmitAsync(
            _reporter, new SubmitOptions(), new JobRequest { JobName = "array", JobDefinition = "retries", ArraySize = 3, Attempts = 2 });

        var lines = await FollowAsync(jobs);

        Assert.Equal(
            from index in Enumerable.Range(0, 3) from attempt in new[] { 1, 2 } select $"attempt {attempt} of {index}",
            lines.OrderBy(line => line.ArrayIndex).ThenBy(line => line.Attempt).Select(line => line.Message));
        Assert.All(lines, line => Assert.Equal($"attempt {line.Attempt} of {line.ArrayIndex}", line.Message));
    }

    private async Task<List<JobLogEvent>> FollowAsync(IReadOnlyList<Job> jobs) => await new JobLogs(local.Connection, _reporter)
        .ReadAsync(jobs.Select(JobReference.To).ToStreamAsync(Cancel), new LogOptions { Follow = true }, Cancel).ToListAsync(Cancel);
}
