using System.Text.Json;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

/// <summary>A workload file of one sweep, and what came of it.</summary>
internal static class SweepFile
{
    private const int HeaderLength = 100;

    /// <summary>Writes a file whose points become jobs point-0, point-1, …</summary>
    public static string Write(TemporaryFolder folder, int points) => folder.Write("sweep.json", JsonSerializer.Serialize(new
    {
        workload = new { name = "points" },
        jobDefinitions = new[]
        {
            new
            {
                jobDefinitionName = "idle", type = "container",
                containerProperties = new { image = "any", command = new[] { "true" }, resourceRequirements = new[] { new { type = "VCPU", value = "0.25" }, new { type = "MEMORY", value = "16" } } },
            },
        },
        sweeps = new[] { new { name = "s", axes = new { n = Enumerable.Range(0, points) }, jobName = "point-{n}", jobQueue = "local", jobDefinition = "idle" } },
    }));

    /// <summary>Sees that an engine that brings about no faults has each point's job so often, and no other.</summary>
    public static async Task AssertSubmittedAsync(TemporaryFolder folder, int points, int times = 1)
    {
        var listed = await CliRun.OfAsync("jobs", "--data", folder.Data, "--json");
        Assert.Equal((ExitCode.Success, ""), (listed.ExitCode, listed.Error));
        var names = listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("jobName").GetString()!);
        Assert.Equal(
            Enumerable.Range(0, points).SelectMany(point => Enumerable.Repeat($"point-{point}", times)).Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal));
    }

    /// <summary>Waits until a process has begun to write a journal, or has ended.</summary>
    public static async Task AwaitJournalAsync(TemporaryFolder folder, BatchToolsProcess process)
    {
        var journals = Path.Combine(folder.Data, "journal");
        while (process.IsRunning && (!Directory.Exists(journals) || !new DirectoryInfo(journals).EnumerateFiles("*.jsonl").Any(file => file.Length > HeaderLength)))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
