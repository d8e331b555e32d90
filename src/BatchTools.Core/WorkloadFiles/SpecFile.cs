using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Files with one request in AWS's own shape, as the AWS CLI's <c>--cli-input-json</c> takes it, read into what the operations take.</summary>
internal static class SpecFile
{
    /// <summary>Reads a job queue.</summary>
    /// <param name="path">The file.</param>
    /// <param name="warn">Hears what is odd but not wrong.</param>
    /// <exception cref="BatchException">The file cannot be read, or does not fit; with the place and what to do.</exception>
    public static JobQueueSpec JobQueue(string path, Action<string> warn)
    {
        var request = Load<CreateJobQueueRequest>(path, warn);
        return new JobQueueSpec
        {
            JobQueueName = request.JobQueueName!,
            Priority = request.Priority ?? 1,
            State = State(request.State?.Value),
            Overrides = ShapeWriter.ToPlainData(request),
        };
    }

    /// <summary>Reads a compute environment.</summary>
    /// <inheritdoc cref="JobQueue"/>
    public static ComputeEnvironmentSpec ComputeEnvironment(string path, Action<string> warn)
    {
        var request = Load<CreateComputeEnvironmentRequest>(path, warn);
        return new ComputeEnvironmentSpec
        {
            ComputeEnvironmentName = request.ComputeEnvironmentName!,
            Type = Enum.Parse<ComputeEnvironmentType>(request.Type!.Value, ignoreCase: true),
            State = State(request.State?.Value),
            Overrides = ShapeWriter.ToPlainData(request),
        };
    }

    /// <summary>Reads a job definition.</summary>
    /// <inheritdoc cref="JobQueue"/>
    public static JobDefinitionSpec JobDefinition(string path, Action<string> warn)
    {
        var request = Load<RegisterJobDefinitionRequest>(path, warn);
        return new JobDefinitionSpec
        {
            JobDefinitionName = request.JobDefinitionName!,
            Type = request.Type!.Value,
            Overrides = ShapeWriter.ToPlainData(request),
        };
    }

    private static T Load<T>(string path, Action<string> warn)
        where T : class, new()
    {
        var problems = new SourceProblems();
        var request = new ShapeBinder(problems).Bind<T>(SourceDocument.Load(path, problems).Root);
        problems.ThrowIfAny();
        foreach (var warning in problems.Warnings)
            warn(warning);
        return request;
    }

    private static ResourceState State(string? state) => state is null ? ResourceState.ENABLED : Enum.Parse<ResourceState>(state, ignoreCase: true);
}
