using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;
using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of job definitions into ours, and our wishes into AWS's request.</summary>
internal static class JobDefinitionMapping
{
    /// <summary>A description.</summary>
    public static JobDefinition ToJobDefinition(ServiceDefinition definition, BatchConnection connection)
    {
        var container = definition.ContainerProperties;
        return new JobDefinition
        {
            JobDefinitionName = definition.JobDefinitionName ?? "",
            Revision = definition.Revision ?? 0,
            JobDefinitionArn = definition.JobDefinitionArn ?? "",
            Type = definition.Type ?? "",
            Status = OpenEnum.Read<JobDefinitionStatus>(definition.Status),
            Image = container?.Image,
            Command = container?.Command ?? [],
#pragma warning disable CS0618 // Definitions of old still hold the older members.
            Vcpu = ResourceRequirements.Vcpu(container?.ResourceRequirements, container?.Vcpus),
            Memory = ResourceRequirements.Memory(container?.ResourceRequirements, container?.Memory),
#pragma warning restore CS0618
            Gpu = ResourceRequirements.Gpu(container?.ResourceRequirements),
            Parameters = NameValues.ToDictionary(definition.Parameters),
            Environment = NameValues.ToDictionary(container?.Environment),
            Attempts = definition.RetryStrategy?.Attempts,
            Timeout = definition.Timeout?.AttemptDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            PlatformCapabilities = definition.PlatformCapabilities ?? [],
            JobRoleArn = container?.JobRoleArn,
            ExecutionRoleArn = container?.ExecutionRoleArn,
            SchedulingPriority = definition.SchedulingPriority,
            Tags = NameValues.ToDictionary(definition.Tags),
            Connection = connection,
            Raw = ShapeWriter.ToPlainData(definition),
            Source = definition,
        };
    }

    /// <summary>A definition that was just registered, which descriptions may show a moment later only.</summary>
    public static JobDefinition ToJobDefinition(
        RegisterJobDefinitionRequest request, RegisterJobDefinitionResponse response, BatchConnection connection)
    {
        var description = DefinitionContent.Of(request);
        description.JobDefinitionArn = response.JobDefinitionArn;
        description.Revision = response.Revision;
        return ToJobDefinition(description, connection);
    }

    /// <summary>The request for a job definition.</summary>
    /// <exception cref="BatchException">Attempts or timeout are out of range, or the overrides do not fit.</exception>
    public static RegisterJobDefinitionRequest ToRequest(JobDefinitionSpec spec)
    {
        var request = RequestOverrides.Bind<RegisterJobDefinitionRequest>(spec.Overrides, spec.JobDefinitionName);
        request.JobDefinitionName = spec.JobDefinitionName;
        request.Type = spec.Type;
        request.Parameters = NameValues.Merge(request.Parameters, spec.Parameters);
        request.PropagateTags = spec.PropagateTags ?? request.PropagateTags;
        request.SchedulingPriority = spec.SchedulingPriority ?? request.SchedulingPriority;
        request.Tags = NameValues.Merge(request.Tags, spec.Tags);
        if (spec.PlatformCapabilities is { } capabilities)
            request.PlatformCapabilities = [.. capabilities];
        if (spec.Attempts is { } attempts)
            (request.RetryStrategy ??= new RetryStrategy()).Attempts = JobLimits.Attempts(spec.JobDefinitionName, attempts);
        if (spec.Timeout is { } timeout)
            (request.Timeout ??= new JobTimeout()).AttemptDurationSeconds = JobLimits.TimeoutSeconds(spec.JobDefinitionName, timeout);
        if (HasContainer(spec))
            Fill(request.ContainerProperties ??= new ContainerProperties(), spec);
        return request;
    }

    private static bool HasContainer(JobDefinitionSpec spec) =>
        spec is { Image: not null } or { Command: not null } or { Vcpu: not null } or { Memory: not null } or { Gpu: not null }
            or { Environment: not null } or { JobRoleArn: not null } or { ExecutionRoleArn: not null };

    private static void Fill(ContainerProperties container, JobDefinitionSpec spec)
    {
        container.Image = spec.Image ?? container.Image;
        container.Command = spec.Command?.ToList() ?? container.Command;
        container.ResourceRequirements = ResourceRequirements.ToList(container.ResourceRequirements, spec.Vcpu, spec.Memory, spec.Gpu);
        container.Environment = NameValues.Merge(container.Environment, spec.Environment);
        container.JobRoleArn = spec.JobRoleArn ?? container.JobRoleArn;
        container.ExecutionRoleArn = spec.ExecutionRoleArn ?? container.ExecutionRoleArn;
    }
}
