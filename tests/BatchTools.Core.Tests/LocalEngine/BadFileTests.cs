namespace BatchTools.Tests;

/// <summary>
/// Files of which each is wrong in one way. What is said of FILE stands approved in FILE.txt beside it. No file creates anything.
/// </summary>
public sealed class BadFileTests(BadFileTests.Engine engine) : IClassFixture<BadFileTests.Engine>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "WorkloadFiles", "BadFiles");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Where(file => Path.GetExtension(file) != ".txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_fault_is_told_with_file_line_column_and_what_to_do_and_nothing_is_created(string name)
    {
        var path = Path.Combine(Folder, name);

        var findings = await new WorkloadInspection(engine.Local.Connection).InspectAsync(path, cancellationToken: Cancel).Where(one => one.Severity == WorkloadFindingSeverity.ERROR).ToListAsync(Cancel);
        var error = await Assert.ThrowsAsync<BatchException>(async () =>
            await new WorkloadRun(engine.Local.Connection, new RecordingReporter()).RunAsync(WorkloadFile.Load(path), new() { Timeout = TimeSpan.FromMinutes(1) }, Cancel).ToListAsync(Cancel));

        Assert.Equal(await File.ReadAllLinesAsync($"{path}.txt", Cancel), findings.Select(one => one.ToString().Replace(path, name, StringComparison.Ordinal)));
        Assert.All(findings, one => Assert.True(one is { Line: > 0, Column: > 0, Suggestion.Length: > 0 } && one.File == path, one.ToString()));
        Assert.Equal(findings.Count, error.Message.Split('\n').Length);
        Assert.All(findings, one => Assert.Contains($"{one.Place}: ", error.Message, StringComparison.Ordinal));
        Assert.Equal(engine.Resources, await engine.ResourcesAsync());
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Files.Count >= 60, $"There are {Files.Count}.");

    /// <summary>An engine with one definition, and what it has.</summary>
    public sealed class Engine : IAsyncLifetime
    {
        public LocalBatch Local { get; } = new();

        public string Resources { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await Local.InitializeAsync();
            await Local.RegisterAsync("known", "true");
            Resources = await ResourcesAsync();
        }

        public ValueTask DisposeAsync() => Local.DisposeAsync();

        public async Task<string> ResourcesAsync()
        {
            var reporter = new RecordingReporter();
            var definitions = await new JobDefinitions(Local.Connection, reporter).GetAsync(new() { AllRevisions = true }, Cancel).Select(one => one.ToString()).ToListAsync(Cancel);
            var queues = await new JobQueues(Local.Connection, reporter).GetAsync([], Cancel).Select(one => one.JobQueueName).ToListAsync(Cancel);
            var environments = await new ComputeEnvironments(Local.Connection, reporter).GetAsync([], Cancel).Select(one => one.ComputeEnvironmentName).ToListAsync(Cancel);
            var policies = await new SchedulingPolicies(Local.Connection, reporter).GetAsync([], Cancel).Select(one => one.SchedulingPolicyName).ToListAsync(Cancel);
            var consumables = await new ConsumableResources(Local.Connection, reporter).GetAsync([], Cancel).Select(one => one.ConsumableResourceName).ToListAsync(Cancel);
            var jobs = await new Jobs(Local.Connection, reporter).GetAsync(new JobFilter(), Cancel).Select(one => one.JobId).ToListAsync(Cancel);
            return string.Join('\n', [.. definitions, .. queues, .. environments, .. policies, .. consumables, .. jobs]);
        }
    }
}
