namespace BatchTools.WorkloadFiles;

/// <summary>Creates what a plan says is missing, in the order in which one thing needs another.</summary>
/// <param name="connection">Where.</param>
/// <param name="reporter">Hears of each.</param>
internal sealed class WorkloadCreation(BatchConnection connection, IReporter reporter)
{
    private const int AtATime = 8;
    private const string Activity = "Creating what is missing";

    /// <summary>Creates everything, and waits until it can take jobs.</summary>
    /// <exception cref="BatchException">The service refused something; no job was submitted.</exception>
    public async Task CreateAsync(WorkloadPlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsEmpty)
            return;
        var environments = new ComputeEnvironments(connection, reporter);
        await EachAsync(plan.ComputeEnvironments, "compute environment", async (request, token) => await environments.CreateAsync(request, new LifeOptions { Wait = true }, token), cancellationToken);
        var queues = new JobQueues(connection, reporter);
        await EachAsync(plan.JobQueues, "job queue", async (request, token) => await queues.CreateAsync(request, new LifeOptions { Wait = true }, token), cancellationToken);
        var definitions = new JobDefinitions(connection, reporter);
        await EachAsync(plan.JobDefinitions, "job definition", async (request, token) => await definitions.RegisterAsync(request, always: false, token), cancellationToken);
        reporter.Progress(new ProgressUpdate(Activity, "done", 1, Completed: true));
    }

    private async Task EachAsync<T>(
        IReadOnlyList<FileItem<T>> items, string what, Func<T, CancellationToken, Task<object>> create, CancellationToken cancellationToken)
    {
        if (items.Count > 0)
            reporter.Progress(new ProgressUpdate(Activity, $"{what}: {string.Join(", ", items.Select(item => item.Name))}", null));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(items, options, async (item, token) =>
        {
            try
            {
                reporter.Verbose($"The {what} '{await create(item.Request, token)}' was created.");
            }
            catch (BatchException problem)
            {
                throw problem.At(item.Where);
            }
        });
    }
}
