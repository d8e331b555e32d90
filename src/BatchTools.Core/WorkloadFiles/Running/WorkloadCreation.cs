namespace BatchTools.WorkloadFiles;

/// <summary>Creates what a plan says is missing and changes what differs, in the order in which one thing needs another.</summary>
/// <param name="reporter">Hears of each.</param>
internal sealed class WorkloadCreation(IReporter reporter)
{
    private const int AtATime = 8;
    private const string Activity = "Creating resources";

    /// <summary>Creates everything, and waits until it can take jobs.</summary>
    /// <exception cref="BatchException">The service refused something; no job was submitted.</exception>
    public async Task CreateAsync(ResourcePlan plan, CancellationToken cancellationToken)
    {
        foreach (var one in plan.All.Where(one => one.Change.Action == ResourceAction.Leave))
            reporter.Verbose($"The {one.Change.Kind} '{one.Change}' is there as the file says.");
        foreach (var stage in plan.Stages)
            await CreateAsync([.. stage.Where(one => one.Apply is not null)], cancellationToken);
        reporter.Progress(new ProgressUpdate(Activity, "done", 1, Completed: true));
    }

    private async Task CreateAsync(IReadOnlyList<PlannedResource> stage, CancellationToken cancellationToken)
    {
        if (stage.Count > 0)
            reporter.Progress(new ProgressUpdate(Activity, $"{stage[0].Change.Kind}: {string.Join(", ", stage.Select(one => one.Change))}", null));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(stage, options, async (one, token) =>
        {
            await one.ApplyAsync(token);
            reporter.Verbose($"The {one.Change.Kind} '{one.Change}' was {(one.Change.Action == ResourceAction.Create ? "created" : $"changed: {string.Join("; ", one.Change.Differences)}")}.");
        });
    }
}
