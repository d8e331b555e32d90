using Amazon.Batch.Model;
using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools.WorkloadFiles;

/// <summary>A step with what it runs on.</summary>
/// <param name="Step">The step.</param>
/// <param name="Definition">Its definition; null where that is not known.</param>
/// <param name="IsOfFile">Whether the definition is one of the file.</param>
/// <param name="Places">The environments of its queue; none where they are not known.</param>
internal sealed record SceneUse(WorkloadStep Step, ServiceDefinition? Definition, bool IsOfFile, IReadOnlyList<ScenePlace> Places)
{
    /// <summary>The request of its heaviest job.</summary>
    public SubmitJobRequest Request { get; } = RequestBuilder.ToRequest(Step.Heaviest(), new SubmitOptions());
}
