using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;
using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools;

/// <summary>Turns AWS's descriptions of job definitions into ours.</summary>
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
}
