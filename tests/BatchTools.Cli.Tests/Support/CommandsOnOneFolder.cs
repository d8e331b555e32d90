using System.Text.Json;

namespace BatchTools.Cli.Tests.Support;

/// <summary>Tests of commands that share one data folder, one command after the other.</summary>
public abstract class CommandsOnOneFolder : IDisposable
{
    internal TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a command on the local engine of the test's data folder.</summary>
    private protected Task<CliRun> OnAsync(params string[] arguments) => CliRun.OfAsync([.. arguments, "--data", Folder.Data]);

    /// <summary>Runs jobs to their end.</summary>
    private protected Task<CliRun> RunAsync(params (string Name, string Script)[] jobs) => OnAsync("run", FileOf(jobs), "--workload", "w");

    /// <summary>A workload file of jobs.</summary>
    private protected string FileOf(params (string Name, string Script)[] jobs) => Folder.Write("workload.json", Workloads.OfScripts(jobs));

    /// <summary>A workload file of jobs, with places of its text replaced.</summary>
    private protected string FileOf((string Name, string Script)[] jobs, params (string Old, string New)[] changes) => Folder.Write(
        "workload.json", changes.Aggregate(Workloads.OfScripts(jobs), static (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal)));

    /// <summary>The objects of an output, each from a line.</summary>
    private protected static IReadOnlyList<JsonElement> Objects(CliRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private protected static string[] Lines(CliRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
