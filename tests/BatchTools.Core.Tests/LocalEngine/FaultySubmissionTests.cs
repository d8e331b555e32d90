using System.Globalization;
using BatchTools.LocalEngine;
using BatchTools.LocalEngine.Faults;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.Tests;

/// <summary>
/// Every job is submitted exactly once, whatever the engine does to requests. BATCHTOOLS_TEST_FAULTY_RUNS asks for more runs than
/// the one of the suite, and for 2,000 jobs each.
/// </summary>
public sealed class FaultySubmissionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int? Runs => int.TryParse(Environment.GetEnvironmentVariable("BATCHTOOLS_TEST_FAULTY_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : null;

    [Fact]
    public async Task With_lost_requests_and_replies_throttling_and_failures_each_job_is_there_exactly_once()
    {
        for (var run = 0; run < (Runs ?? 1); run++)
        {
            var folder = Directory.CreateTempSubdirectory("batchtools-faulty-").FullName;
            try
            {
                await RunAsync(folder, seed: 100 + run, jobs: Runs is null ? 200 : 2000, workload: run % 2 == 0 ? "faulty" : null);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    [Fact]
    public async Task A_submission_that_is_broken_off_again_and_again_ends_with_each_job_exactly_once()
    {
        var folder = Directory.CreateTempSubdirectory("batchtools-faulty-").FullName;
        try
        {
            await using (var connection = await ConnectAsync(folder, "lost-reply=0.1,lost-request=0.1", seed: 7))
            {
                await RegisterAsync(connection);
                foreach (var moment in new[] { 5, 30, 60 })
                {
                    using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
                    var taken = 0;
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                    {
                        await foreach (var _ in Submit(connection, new RecordingReporter(), 100, "again", stop.Token))
                        {
                            if (++taken == moment)
                                await stop.CancelAsync();
                        }
                    });
                }

                Assert.Equal(100, (await Submit(connection, new RecordingReporter(), 100, "again", Cancel).ToListAsync(Cancel)).Select(job => job.JobName).Distinct(StringComparer.Ordinal).Count());
            }

            await AssertOnceAsync(folder, 100);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(string folder, int seed, int jobs, string? workload)
    {
        var reporter = new RecordingReporter();
        List<Job> submitted;
        await using (var connection = await ConnectAsync(folder, "lost-reply=0.02,lost-request=0.01,throttle=0.1,error=0.05", seed))
        {
            await RegisterAsync(connection);
            submitted = await Submit(connection, reporter, jobs, workload, Cancel).ToListAsync(Cancel);
        }

        Assert.Empty(reporter.Errors);
        Assert.Equal(jobs, submitted.Select(job => job.JobId).Distinct(StringComparer.Ordinal).Count());
        await AssertOnceAsync(folder, jobs);
    }

    private static async Task AssertOnceAsync(string folder, int jobs)
    {
        await using var connection = await ConnectAsync(folder, null, 0);
        var there = await new Jobs(connection, new RecordingReporter()).GetAsync(new JobFilter { JobNames = ["point-*"] }, Cancel).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, jobs).Select(Name).Order(StringComparer.Ordinal), there.Select(job => job.JobName).Order(StringComparer.Ordinal));
    }

    private static IAsyncEnumerable<Job> Submit(BatchConnection connection, RecordingReporter reporter, int jobs, string? workload, CancellationToken cancellationToken) =>
        new JobSubmission(connection, reporter).SubmitAsync(
            Enumerable.Range(0, jobs).Select(index => new JobRequest { JobName = Name(index), JobQueue = "local", JobDefinition = "idle" }).ToAsyncEnumerable(),
            new SubmitOptions { Workload = workload }, cancellationToken);

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"point-{index}");

    private static async Task RegisterAsync(BatchConnection connection)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await new JobDefinitions(connection, new RecordingReporter()).RegisterAsync(
                    new Amazon.Batch.Model.RegisterJobDefinitionRequest
                    {
                        JobDefinitionName = "idle",
                        Type = "container",
                        ContainerProperties = new()
                        {
                            Image = "none",
                            Command = ["true"],
                            ResourceRequirements = [new() { Type = "VCPU", Value = "1" }, new() { Type = "MEMORY", Value = "64" }],
                        },
                    }, always: false, Cancel);
                return;
            }
            catch (BatchException error) when (error.Kind == ErrorKind.Unavailable && tries < 10)
            {
                // The faults meet this call too.
            }
        }
    }

    private static async Task<BatchConnection> ConnectAsync(string folder, string? faults, int seed)
    {
        var engine = await Engine.OpenAsync(
            new LocalEngineOptions
            {
                DataDirectory = folder,
                WorkingDirectory = folder,
                Runner = RunnerKind.Simulated,
                Faults = faults is null ? new FaultPlan() : FaultPlan.Parse(faults, seed),
            },
            Cancel);
        return BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Handler = engine.CreateHandler(),
            Endpoint = new Uri("http://local.batchtools/"),
            AccessKeyId = engine.Credentials.AccessKeyId,
            SecretAccessKey = engine.Credentials.SecretAccessKey,
            DataDirectory = engine.DataDirectory,
            Owned = engine,
        });
    }
}
