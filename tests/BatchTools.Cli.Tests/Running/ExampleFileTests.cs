using System.Reflection;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Running;

public sealed class ExampleFileTests
{
    private static readonly string Examples = Path.Combine(
        typeof(ExampleFileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "docs",
        "examples");

    [Theory]
    [InlineData("scientific-simulation", 35)]
    [InlineData("ml-training", 4)]
    [InlineData("financial-risk", 5)]
    [InlineData("data-processing", 20)]
    public void An_example_file_is_sound_and_asks_for_its_jobs(string name, int jobs)
    {
        var file = WorkloadFile.Load(Path.Combine(Examples, $"{name}.json"));

        Assert.Equal((name, jobs), (file.Name, file.JobCount));
        Assert.Empty(file.Warnings);
    }

    [Theory]
    [InlineData("ml-training", 4)]
    [InlineData("financial-risk", 5)]
    public async Task An_example_runs_to_its_end_and_leaves_its_results(string name, int jobs)
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.OfAsync("run", Path.Combine(Examples, $"{name}.json"), "--local", "--data", folder.Data);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains($"{jobs} jobs: {jobs} succeeded, 0 failed", run.Output);
        Assert.True(Directory.GetFiles(Path.Combine(Examples, "results", name), "*.json").Length >= jobs);
    }
}
