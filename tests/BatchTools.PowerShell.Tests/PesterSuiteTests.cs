using System.Reflection;
using System.Text.Json;

namespace BatchTools.PowerShell.Tests;

/// <summary>The cmdlets themselves are tested in PowerShell; this runs that suite where it can run.</summary>
public sealed class PesterSuiteTests(ITestOutputHelper output)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task The_Pester_suite_passes()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestRun);
        if (await PowerShellProcess.WhyNotAsync(limit.Token) is { } reason)
            Assert.Skip(reason);

        var root = Metadata("RepositoryRoot");
        var results = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "TestResults")).FullName, "pester.json");
        File.Delete(results);
        var log = await PowerShellProcess.RunAsync(
            ["-File", Path.Combine(root, "tests", "Pester", "Invoke-Suite.ps1"), "-ResultPath", results],
            new() { ["BATCHTOOLS_OTHER_AWSSDK"] = Metadata("OtherAwsSdk") },
            limit.Token);

        Assert.True(File.Exists(results), $"The suite wrote no result:\n{log}");
        var suite = JsonSerializer.Deserialize<PesterResult>(await File.ReadAllTextAsync(results, limit.Token))!;
        output.WriteLine($"Pester: {suite.Passed} passed, {suite.Failed} failed, {suite.Skipped} skipped in {suite.Seconds} s");
        Assert.True(suite.Failed == 0, string.Join('\n', suite.Failures.Select(failure => $"{failure.Name}: {failure.Message}")));
        Assert.True(suite.Passed > 0, $"The suite held no tests:\n{log}");
    }

    private static string Metadata(string key) => typeof(PesterSuiteTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
