using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BatchTools.Tests;

/// <summary>The examples of the guide to workload files, as they stand.</summary>
public sealed partial class WorkloadGuideTests(LocalBatch local) : IClassFixture<LocalBatch>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Blocks => [.. Block().Matches(File.ReadAllText(Guide())).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task An_example_can_be_read_and_run(string language, string text)
    {
        var whole = text.Contains("\"axes\"", StringComparison.Ordinal) && !text.Contains("\"sweeps\"", StringComparison.Ordinal) ? $$"""{ "sweeps": [{{text}}] }""" : text;
        var path = _folder.Write($"guide.{language}", whole);
        var file = WorkloadFile.Load(path, text.Contains("\"dataset\"", StringComparison.Ordinal) ? new Dictionary<string, string> { ["dataset"] = "raw" } : null);
        if (file.JobDefinitions.Count == 0)
            return;

        var jobs = await new WorkloadRun(local.Connection, _reporter).RunAsync(file, new() { Timeout = TimeSpan.FromMinutes(1) }, Cancel).ToListAsync(Cancel);

        Assert.Empty(_reporter.Errors);
        Assert.NotEmpty(jobs);
        Assert.All(jobs, job => Assert.Equal(JobStatus.SUCCEEDED, job.Status));
    }

    private static string Guide([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/workload-files.md"));

    [GeneratedRegex("^```(json|yaml)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
