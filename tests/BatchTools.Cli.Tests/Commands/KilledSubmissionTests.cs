using System.Globalization;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

/// <summary>
/// A process that is killed while it submits, at a moment that the seed draws, to an engine that loses requests and replies,
/// throttles and fails: what it left is taken up, and each job is there exactly once. BATCHTOOLS_TEST_KILLED_RUNS asks for more
/// runs than the two of the suite, and for 2,000 jobs each.
/// </summary>
public sealed class KilledSubmissionTests
{
    private const string Faults = "lost-reply=0.02,lost-request=0.01,throttle=0.1,error=0.05";

    private const int Killed = 128 + 9;

    private static int? Runs => int.TryParse(Environment.GetEnvironmentVariable("BATCHTOOLS_TEST_KILLED_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : null;

    private static int Points => Runs is null ? 100 : 2000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workload_is_resumed_and_the_same_command_adds_the_rest()
    {
        var cutShort = 0;
        for (var seed = 1; seed <= (Runs ?? 2); seed++)
        {
            using var folder = new TemporaryFolder();
            var file = SweepFile.Write(folder, Points);
            await using (var engine = await ServedEngine.StartAsync(folder.Data, Faults, seed))
            {
                await KillAsync(folder, seed, "submit", file, "--workload", "w", "--data", folder.Data);
                List<Job> resumed;
                await using (var connection = engine.Connect())
                    resumed = await new WorkloadResume(connection, new Notes()).ResumeAsync("w", new SubmitOptions(), Cancel).ToListAsync(Cancel);
                cutShort += resumed.Count < Points ? 1 : 0;
                Assert.Equal(resumed.Count, resumed.Select(job => job.JobName).Distinct(StringComparer.Ordinal).Count());

                var again = await CliRun.OfAsync("submit", file, "--workload", "w", "--data", folder.Data, "--output", folder["ids"]);
                Assert.True(again.ExitCode == ExitCode.Success, $"Seed {seed}: {again.Error}");
                Assert.Subset(folder.Lines("ids").ToHashSet(StringComparer.Ordinal), resumed.Select(job => job.JobId).ToHashSet(StringComparer.Ordinal));
            }

            await SweepFile.AssertSubmittedAsync(folder, Points);
        }

        Assert.True(Runs is null || cutShort > Runs / 2, $"Of {Runs} runs only {cutShort} were killed before their end.");
    }

    [Fact]
    public async Task A_run_of_a_file_is_gone_on_with_by_resume()
    {
        using var folder = new TemporaryFolder();
        var file = SweepFile.Write(folder, Points);
        await using (await ServedEngine.StartAsync(folder.Data, Faults, seed: 5))
        {
            await KillAsync(folder, seed: 5, "run", file, "--data", folder.Data);

            var resumed = await CliRun.OfAsync("run", file, "--resume", "--data", folder.Data);
            var nothingLeft = await CliRun.OfAsync("run", file, "--resume", "--data", folder.Data);

            Assert.True(resumed.ExitCode == ExitCode.Success, resumed.Error);
            Assert.Contains($"{Points} succeeded", resumed.Output, StringComparison.Ordinal);
            Assert.Equal(ExitCode.BadInput, nothingLeft.ExitCode);
        }

        await SweepFile.AssertSubmittedAsync(folder, Points);
    }

    private static async Task KillAsync(TemporaryFolder folder, int seed, params string[] command)
    {
        using var process = BatchToolsProcess.Start([.. command, "--quiet"]);
        await SweepFile.AwaitJournalAsync(folder, process);
        var most = Runs is null ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromSeconds(4);
        await Task.Delay(most * new Random(seed).NextDouble(), TimeProvider.System, Cancel);
        process.Kill();
        var code = await process.EndAsync();
        Assert.True(code == Killed, $"Seed {seed}: it ended before it was killed, with {code}: {process.Error}");
    }

    // What is told on the way is of no interest; an error of a job is.
    private sealed class Notes : IReporter
    {
        public void Error(BatchException error) => Assert.Fail(error.Message);

        public void Warning(string message)
        {
        }

        public void Note(string message)
        {
        }

        public void Verbose(string message)
        {
        }

        public void Progress(ProgressUpdate update)
        {
        }
    }
}
