using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Holds a file against what exists at a connection; it only looks.</summary>
/// <param name="connection">The connection.</param>
/// <param name="reporter">Hears what is there already.</param>
internal sealed class WorkloadPlanner(BatchConnection connection, IReporter reporter)
{
    private readonly SourceProblems _problems = new();
    private readonly WorkloadPlan _plan = new();
    private readonly ComputeEnvironments _environments = new(connection, reporter);
    private readonly JobQueues _queues = new(connection, reporter);
    private readonly JobDefinitions _definitions = new(connection, reporter);
    private readonly SubmissionTargets _targets = new(connection, reporter);

    /// <summary>What must be created.</summary>
    /// <exception cref="BatchException">Something that the file names does not exist or cannot be used; all of it is told.</exception>
    public async Task<WorkloadPlan> PlanAsync(WorkloadFile file, CancellationToken cancellationToken)
    {
        foreach (var environment in file.ComputeEnvironments)
        {
            if (await _environments.FindAsync(environment.Name, cancellationToken) is null)
                _plan.ComputeEnvironments.Add(environment);
            else
                reporter.Verbose($"The compute environment '{environment.Name}' exists and is left as it is.");
        }

        foreach (var queue in file.JobQueues)
            await PlanAsync(queue, file, cancellationToken);
        foreach (var definition in file.JobDefinitions)
            await PlanAsync(definition, cancellationToken);
        foreach (var step in file.Steps)
            await CheckAsync(step, file, cancellationToken);
        _problems.ThrowIfAny();
        return _plan;
    }

    private async Task PlanAsync(FileItem<CreateJobQueueRequest> queue, WorkloadFile file, CancellationToken cancellationToken)
    {
        if (await _queues.FindAsync(queue.Name, cancellationToken) is not null)
        {
            reporter.Verbose($"The job queue '{queue.Name}' exists and is left as it is.");
            return;
        }

        _plan.JobQueues.Add(queue);
        foreach (var name in (queue.Request.ComputeEnvironmentOrder ?? []).Select(order => order.ComputeEnvironment).OfType<string>())
        {
            if (!file.ComputeEnvironments.Any(environment => environment.Name == name) && await _environments.FindAsync(name, cancellationToken) is null)
                _problems.Add(nameof(Messages.QueueEnvironmentMissing), queue.Where, queue.Name, name, connection.Name);
        }
    }

    private async Task PlanAsync(FileItem<RegisterJobDefinitionRequest> definition, CancellationToken cancellationToken)
    {
        if (definition.Request.ContainerProperties is null)
            _plan.WithoutContainer.Add(definition.Name);
        var latest = await _definitions.FindAsync(definition.Name, cancellationToken);
        if (latest?.Source is { } source && DefinitionContent.AreEqual(source, DefinitionContent.Of(definition.Request)))
            reporter.Verbose($"The job definition '{latest}' says the same as the file and is used.");
        else
            _plan.JobDefinitions.Add(definition);
    }

    private async Task CheckAsync(WorkloadStep step, WorkloadFile file, CancellationToken cancellationToken)
    {
        try
        {
            if (!_plan.JobQueues.Exists(queue => queue.Name == step.Job.JobQueue))
                await _targets.CheckQueueAsync(step.Job.JobQueue, cancellationToken);
        }
        catch (BatchException problem) when (SubmissionErrors.IsOfItem(problem))
        {
            _problems.Add(problem.At(step.QueueWhere));
        }

        try
        {
            if (!file.JobDefinitions.Any(definition => definition.Name == step.Job.JobDefinition))
                await CheckDefinitionAsync(step, cancellationToken);
        }
        catch (BatchException problem) when (SubmissionErrors.IsOfItem(problem))
        {
            _problems.Add(problem.At(step.DefinitionWhere));
        }
    }

    private async Task CheckDefinitionAsync(WorkloadStep step, CancellationToken cancellationToken)
    {
        if (await _targets.DefinitionAsync(step.Job.JobDefinition, cancellationToken) is not { Source: { } source } definition)
            return;
        if (source.ContainerProperties is null)
            _plan.WithoutContainer.Add(step.Job.JobDefinition);
        StepChecks.CheckParameters(step, source, definition.ToString());
    }
}
