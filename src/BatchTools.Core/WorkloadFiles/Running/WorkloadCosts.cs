namespace BatchTools.WorkloadFiles;

/// <summary>Estimates what the jobs of a file would cost, on queues and environments that the file may have yet to create.</summary>
/// <param name="connection">Where it would be run.</param>
/// <param name="reporter">Takes what the look-ups tell.</param>
/// <param name="file">The file.</param>
/// <param name="plan">What would be done with its resources.</param>
internal sealed class WorkloadCosts(BatchConnection connection, IReporter reporter, WorkloadFile file, ResourcePlan plan)
{
    private readonly SubmissionTargets _targets = new(connection, reporter);

    /// <summary>The estimate for the jobs that are left to submit.</summary>
    /// <param name="steps">The outlook of each step.</param>
    /// <param name="options">How they would be submitted.</param>
    /// <param name="expected">How long an attempt is expected to run; null: as earlier jobs did.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task<CostEstimate> EstimateAsync(
        IEnumerable<StepOutlook> steps, SubmitOptions options, TimeSpan? expected, CancellationToken cancellationToken)
    {
        var estimator = new CostEstimator(connection, await EnvironmentsAsync(cancellationToken), new(connection, reporter, expected));
        var byName = file.Steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        foreach (var outlook in steps.Where(step => step.Left > 0))
        {
            // The jobs of a sweep differ in their parameters, not in what they take.
            var step = byName[outlook.Name];
            var request = RequestBuilder.ToRequest(step.Job, options);
            var definition = await DefinitionAsync(step.Job.JobDefinition, cancellationToken);
            estimator.Add(CostGroup.Of(request, definition), outlook.Left * (step.ArraySize ?? 1));
        }

        return await estimator.EstimateAsync(cancellationToken);
    }

    private async Task<JobDefinition?> DefinitionAsync(string name, CancellationToken cancellationToken) =>
        file.JobDefinitions.FirstOrDefault(one => one.Name == name) is { } described
            ? JobDefinitionMapping.ToJobDefinition(described.Request, new(), connection)
            : await _targets.DefinitionAsync(name, cancellationToken);

    private async Task<QueueEnvironments> EnvironmentsAsync(CancellationToken cancellationToken)
    {
        var environments = new QueueEnvironments(connection, reporter);
        foreach (var queue in file.JobQueues.Where(one => plan.Creates(QueueSection.Name, one.Name)))
        {
            var behind = new List<ComputeEnvironment>();
            foreach (var name in (queue.Request.ComputeEnvironmentOrder ?? []).OrderBy(one => one.Order).Select(one => ArnName.Of(one.ComputeEnvironment)))
            {
                if (await EnvironmentAsync(name, cancellationToken) is { } environment)
                    behind.Add(environment);
            }

            environments.Add(queue.Name, behind);
        }

        return environments;
    }

    private async Task<ComputeEnvironment?> EnvironmentAsync(string name, CancellationToken cancellationToken)
    {
        if (!plan.Creates(EnvironmentSection.Name, name))
            return await new ComputeEnvironments(connection, reporter).FindAsync(name, cancellationToken);
        var request = file.ComputeEnvironments.First(one => one.Name == name).Request;
        return ComputeEnvironmentMapping.ToComputeEnvironment(
            new() { ComputeEnvironmentName = name, Type = request.Type, ComputeResources = request.ComputeResources, State = "ENABLED" }, connection);
    }
}
