namespace BatchTools.WorkloadFiles;

/// <summary>Holds a file against what exists at a connection; it only looks.</summary>
/// <param name="connection">The connection.</param>
/// <param name="reporter">Hears what is there already.</param>
internal sealed class WorkloadPlanner(BatchConnection connection, IReporter reporter)
{
    private readonly SourceProblems _problems = new();
    private readonly SubmissionTargets _targets = new(connection, reporter);

    /// <summary>What must be done before the jobs can be submitted.</summary>
    /// <exception cref="BatchException">Something that the file names does not exist or cannot be used; all of it is told.</exception>
    public async Task<WorkloadPlan> PlanAsync(WorkloadFile file, CancellationToken cancellationToken)
    {
        var options = new LifeOptions { Wait = true };
        var plan = new WorkloadPlan(await new ResourcePlanner(connection, reporter, options).PlanAsync(file, cancellationToken));
        foreach (var obstacle in plan.Resources.All.SelectMany(one => one.Obstacles))
            _problems.Add(obstacle);
        foreach (var one in file.JobDefinitions)
            plan.Know(one.Name, one.Request.ContainerProperties, one.Request.PlatformCapabilities);
        foreach (var step in file.Steps)
            await CheckAsync(step, file, plan, cancellationToken);
        _problems.ThrowIfAny();
        return plan;
    }

    private async Task CheckAsync(WorkloadStep step, WorkloadFile file, WorkloadPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            if (!plan.Resources.Creates(QueueSection.Name, step.Job.JobQueue))
                await _targets.CheckQueueAsync(step.Job.JobQueue, cancellationToken);
        }
        catch (BatchException problem) when (SubmissionErrors.IsOfItem(problem))
        {
            _problems.Add(problem.At(step.QueueWhere));
        }

        try
        {
            if (!file.JobDefinitions.Any(definition => definition.Name == step.Job.JobDefinition))
                await CheckDefinitionAsync(step, plan, cancellationToken);
        }
        catch (BatchException problem) when (SubmissionErrors.IsOfItem(problem))
        {
            _problems.Add(problem.At(step.DefinitionWhere));
        }
    }

    private async Task CheckDefinitionAsync(WorkloadStep step, WorkloadPlan plan, CancellationToken cancellationToken)
    {
        if (await _targets.DefinitionAsync(step.Job.JobDefinition, cancellationToken) is not { Source: { } source } definition)
            return;
        plan.Know(step.Job.JobDefinition, source.ContainerProperties, source.PlatformCapabilities);
        StepChecks.CheckParameters(step, source, definition.ToString());
    }
}
