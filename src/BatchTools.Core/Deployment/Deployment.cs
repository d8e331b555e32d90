using System.Runtime.CompilerServices;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Makes resources as a file describes them, or removes them.</summary>
/// <param name="connection">Where.</param>
/// <param name="reporter">Hears of what fails, and of each step.</param>
/// <param name="options">Whether each change may be made, and how long it may take.</param>
internal sealed class Deployment(BatchConnection connection, IReporter reporter, LifeOptions options)
{
    private const int AtATime = 8;

    /// <summary>Whether changes that may not be made are told as well: the plan.</summary>
    public bool TellsAll { get; init; }

    // Each stage needs what the one before made to be complete, and what is allowed here is not asked about again.
    private ResourcePlanner Planner => new(connection, reporter, new LifeOptions { Wait = true, Limit = options.Limit });

    /// <summary>Creates what is missing, changes what differs, leaves what is so already.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work; what was begun goes on at the service.</param>
    /// <returns>Each resource, with what was done.</returns>
    /// <exception cref="BatchException">Something of it can not be done; nothing was changed, and all of it is told.</exception>
    public async IAsyncEnumerable<ResourceChange> DeployAsync(WorkloadFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var warning in file.Warnings)
            reporter.Warning(warning);
        var plan = await Planner.PlanAsync(file, cancellationToken);
        var problems = new SourceProblems();
        foreach (var obstacle in plan.All.SelectMany(one => one.Obstacles))
            problems.Add(obstacle);
        problems.ThrowIfAny();
        await foreach (var change in ApplyAsync(plan, asks: true, cancellationToken))
            yield return change;
    }

    /// <summary>Removes what the file names, in the order that AWS wants, after one question that names it all.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work; what was begun goes on at the service.</param>
    /// <returns>Each resource that was removed.</returns>
    /// <exception cref="BatchException">Something outside of the file needs what is in it; nothing was removed.</exception>
    public async IAsyncEnumerable<ResourceChange> RemoveAsync(WorkloadFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = await Planner.PlanRemovalAsync(file, cancellationToken);
        var risks = await new RemovalRisks(connection, reporter).FindAsync(file, cancellationToken);
        if (!plan.All.Any())
        {
            reporter.Verbose($"Nothing of '{file.Path}' exists.");
            yield break;
        }

        var list = string.Concat(plan.All.Select(one => $"\n  {one.Change.Kind} {one.Change.Name}{risks.GetValueOrDefault((one.Change.Kind, one.Change.Name))}"));
        var proposal = new ProposedChange(file.Path, "Remove what the file describes", risks.Count == 0 ? null : "Work would be lost or changed. Remove all of this?") { Details = list };
        var isAllowed = await options.Consent(proposal, cancellationToken);
        if (isAllowed)
        {
            await foreach (var change in ApplyAsync(plan, asks: false, cancellationToken))
                yield return change;
        }
        else if (TellsAll)
        {
            foreach (var one in plan.All)
                yield return one.Change;
        }
    }

    private async IAsyncEnumerable<ResourceChange> ApplyAsync(ResourcePlan plan, bool asks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var stage in plan.Stages)
        {
            var results = stage.ToStreamAsync(cancellationToken).SelectInOrderAsync(AtATime, (one, token) => ApplyAsync(one, asks, token), cancellationToken);
            await foreach (var change in results)
            {
                if (change is not null)
                    yield return change;
            }
        }
    }

    private async Task<ResourceChange?> ApplyAsync(PlannedResource one, bool asks, CancellationToken cancellationToken)
    {
        try
        {
            if (asks && one.Apply is not null && !await options.Consent(one.Proposal, cancellationToken))
                return TellsAll ? one.Change : null;
            await one.ApplyAsync(cancellationToken);
            return one.Change;
        }
        catch (BatchException problem)
        {
            reporter.Error(problem);
            return null;
        }
    }
}
