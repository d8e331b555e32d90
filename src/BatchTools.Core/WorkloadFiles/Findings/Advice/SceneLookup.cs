using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools.WorkloadFiles;

/// <summary>Finds the definition and the environments of steps: in the file, else at the connection, each once.</summary>
internal sealed class SceneLookup(WorkloadFile file, BatchConnection? connection)
{
    private readonly Dictionary<string, ServiceDefinition?> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ScenePlace>> _places = new(StringComparer.Ordinal);

    /// <summary>A step with what it runs on.</summary>
    public async Task<SceneUse> OfAsync(WorkloadStep step, CancellationToken cancellationToken)
    {
        var (name, queue) = (step.Job.JobDefinition, step.Job.JobQueue);
        var own = file.JobDefinitions.FirstOrDefault(one => one.Name == name);
        if (!_definitions.ContainsKey(name))
            _definitions[name] = own is not null ? DefinitionContent.Of(own.Request) : await DefinitionAsync(name, cancellationToken);
        if (!_places.ContainsKey(queue))
            _places[queue] = await PlacesAsync(queue, cancellationToken);
        return new(step, _definitions[name], own is not null, _places[queue]);
    }

    private async Task<ServiceDefinition?> DefinitionAsync(string name, CancellationToken cancellationToken) =>
        connection is null ? null : (await new JobDefinitions(connection, SilentReporter.Instance).FindAsync(name, cancellationToken))?.Source;

    private async Task<IReadOnlyList<ScenePlace>> PlacesAsync(string queue, CancellationToken cancellationToken)
    {
        var names = file.JobQueues.FirstOrDefault(one => one.Name == queue) is { } own
            ? own.Request.ComputeEnvironmentOrder?.Select(one => ArnName.Of(one.ComputeEnvironment!)).ToArray() ?? []
            : connection is null ? [] : (await new JobQueues(connection, SilentReporter.Instance).FindAsync(queue, cancellationToken))?.ComputeEnvironments ?? [];
        var places = new List<ScenePlace>();
        foreach (var name in names)
        {
            if (file.ComputeEnvironments.FirstOrDefault(one => one.Name == name)?.Request is { } request)
                places.Add(new(name, request.ComputeResources?.Type?.Value, request.ComputeResources?.MaxvCpus ?? request.UnmanagedvCpus));
            else if (connection is not null && await new ComputeEnvironments(connection, SilentReporter.Instance).FindAsync(name, cancellationToken) is { } existing)
                places.Add(new(name, existing.Type == ComputeEnvironmentType.UNMANAGED ? null : existing.ResourceType.ToString(), existing.MaxVcpus));
        }

        return places;
    }
}
