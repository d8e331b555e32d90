using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>One revision of a job definition.</summary>
internal sealed class JobDefinitionRevision(long sequence, JobDefinition detail)
{
    public const string Active = "ACTIVE";
    public const string Inactive = "INACTIVE";

    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, never changed in place.</summary>
    public JobDefinition Detail { get; set; } = detail;

    public string Name => Detail.JobDefinitionName!;

    public int Revision => Detail.Revision ?? 0;

    public string Arn => Detail.JobDefinitionArn!;

    public bool IsActive => Detail.Status == Active;
}
