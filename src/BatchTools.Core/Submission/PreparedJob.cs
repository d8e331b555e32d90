using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>A request that was checked and is ready to be sent.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="Text">The same as it is sent.</param>
/// <param name="Definition">The definition's revision that it will run with; null where it could not be looked at.</param>
/// <param name="Point">What is submitted once within a workload.</param>
internal sealed record PreparedJob(SubmitJobRequest Request, ReadOnlyMemory<byte> Text, JobDefinition? Definition, string Point)
{
    /// <summary>The job as it is the moment the service took it.</summary>
    public Job ToJob(SubmitJobResponse response, BatchConnection connection)
    {
        var container = Request.ContainerOverrides;
        return new Job
        {
            JobId = response.JobId ?? "",
            JobArn = response.JobArn ?? "",
            JobName = response.JobName ?? Request.JobName ?? "",
            Status = JobStatus.SUBMITTED,
            JobQueue = ArnName.Of(Request.JobQueue),
            JobDefinition = Definition?.ToString() ?? ArnName.Of(Request.JobDefinition),
            CreatedAt = connection.TimeProvider.GetLocalNow().DateTime,
            ArraySize = Request.ArrayProperties?.Size,
            Parameters = NameValues.ToDictionary(Request.Parameters),
            Environment = NameValues.ToDictionary(container?.Environment),
            Command = container?.Command ?? Definition?.Command ?? [],
            Tags = NameValues.ToDictionary(Request.Tags),
            DependsOn = Request.DependsOn?.Select(one => one.JobId).OfType<string>().ToArray() ?? [],
            Vcpu = ResourceRequirements.Vcpu(container?.ResourceRequirements, null) ?? Definition?.Vcpu,
            Memory = ResourceRequirements.Memory(container?.ResourceRequirements, null) ?? Definition?.Memory,
            Gpu = ResourceRequirements.Gpu(container?.ResourceRequirements) ?? Definition?.Gpu,
            Workload = Request.Tags?.GetValueOrDefault(WorkloadTags.Workload),
            Connection = connection,
            Source = response,
        };
    }
}
