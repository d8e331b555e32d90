using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests;

/// <summary>
/// An engine under load is killed at random moments. BATCHTOOLS_TEST_KILLS sets how often (default 5), BATCHTOOLS_TEST_SEED
/// the moments.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int LatestKillMilliseconds = 1_200;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_it_loses_no_job_runs_none_twice_at_once_and_counts_right()
    {
        var kills = Chance.Setting("BATCHTOOLS_TEST_KILLS", 5);
        var seed = Chance.Setting("BATCHTOOLS_TEST_SEED", Environment.TickCount);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills, seed {seed}");
        var random = new Random(seed);
        // Who finds another attempt of the same job still there says so; each start and end is put down with its process.
        var script = $"""
            job=$AWS_BATCH_JOB_ID
            exec 9>"{_folder.Path}/lock-$job"
            flock -n 9 || echo "$job" >> "{_folder.File("twice")}"
            echo "start $job $$" >> "{_folder.File("marks")}"
            echo "attempt $AWS_BATCH_JOB_ATTEMPT"
            sleep 0.0$((AWS_BATCH_JOB_ATTEMPT % 4))
            echo "done"
            echo "stop $job $$" >> "{_folder.File("marks")}"
            """;
        await using (var engine = await OpenEngine.StartAsync(_folder))
            await engine.DefineAsync("traced", attempts: 10, "sh", "-c", script);

        var accepted = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            using var process = EngineProcess.Start(_folder, "traced", jobs: 8, arraySize: 8, endless: true);
            // From while it opens and takes up what the last one left, to amid its own submissions.
            if (random.Next(5) > 0)
                await process.ReadAcceptedAsync(1);
            await Task.Delay(random.Next(LatestKillMilliseconds), Cancellation);
            await process.KillAsync();
            accepted.AddRange(process.Accepted);
        }

        TestContext.Current.TestOutputHelper.WriteLine($"{accepted.Count} submissions were answered");
        await using var reopened = await OpenEngine.StartAsync(_folder);
        await AwaitAllAsync(reopened, accepted);
        Assert.False(File.Exists(_folder.File("twice")));
        var stopped = (await File.ReadAllLinesAsync(_folder.File("marks"), Cancellation)).Where(line => line.StartsWith("stop ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToHashSet();
        var left = await ListAsync(reopened, new ListJobsRequest { JobQueue = "local", Filters = [new KeyValuesPair { Name = "JOB_NAME", Values = ["*"] }] });
        Assert.Equal(left.Count, left.DistinctBy(job => job.JobId).Count());
        Assert.Empty(accepted.Except(left.Select(job => job.JobId!)));
        foreach (var job in left)
            await AssertSoundAsync(reopened, job.JobId!, stopped);
    }

    private static async Task AwaitAllAsync(OpenEngine engine, List<string> accepted)
    {
        foreach (var id in accepted)
            await engine.AwaitEndAsync(id);
        // One whose answer got lost may be there too, and must end as well.
        foreach (var status in (JobStatus[])[JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING])
        {
            foreach (var job in await ListAsync(engine, new ListJobsRequest { JobQueue = "local", JobStatus = status }))
                await engine.AwaitEndAsync(job.JobId!);
        }
    }

    // It succeeded or used up its attempts, its last line is there where it succeeded, and an array's counts are its children's.
    private static async Task AssertSoundAsync(OpenEngine engine, string id, HashSet<string> stopped)
    {
        var job = await engine.DescribeAsync(id);
        if (job.ArrayProperties?.Size is not { } size)
        {
            await AssertRunSoundAsync(engine, job, stopped);
            return;
        }

        var states = new List<string>();
        for (var index = 0; index < size; index++)
        {
            var child = await engine.DescribeAsync($"{id}:{index}");
            await AssertRunSoundAsync(engine, child, stopped);
            states.Add(child.Status!.Value);
        }

        foreach (var (state, count) in job.ArrayProperties.StatusSummary!)
            Assert.Equal(states.Count(one => one == state), count);
        Assert.Equal(states.TrueForAll(static state => state == "SUCCEEDED") ? JobStatus.SUCCEEDED : JobStatus.FAILED, job.Status);
    }

    private static async Task AssertRunSoundAsync(OpenEngine engine, JobDetail job, HashSet<string> stopped)
    {
        var attempts = job.Attempts!;
        Assert.All(attempts.SkipLast(1), static attempt => Assert.StartsWith("Host EC2 (instance i-", attempt.StatusReason, StringComparison.Ordinal));
        if (job.Status == JobStatus.FAILED)
        {
            Assert.Equal(10, attempts.Count);
            Assert.StartsWith("Host EC2 (instance i-", job.StatusReason, StringComparison.Ordinal);
            return;
        }

        Assert.Equal((JobStatus.SUCCEEDED, 0), (job.Status, job.Container!.ExitCode));
        Assert.Contains(job.JobId!, stopped);
        Assert.Equal([$"attempt {attempts.Count}", "done"], await engine.ReadLogAsync(job));
    }

    private static async Task<List<JobSummary>> ListAsync(OpenEngine engine, ListJobsRequest request)
    {
        var jobs = new List<JobSummary>();
        do
        {
            var page = await engine.Batch.ListJobsAsync(request, Cancellation);
            jobs.AddRange(page.JobSummaryList!);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return jobs;
    }
}
