using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A quota share of a queue of service jobs: kept and described, though nothing here runs such jobs.</summary>
internal sealed class QuotaShare(long sequence, DescribeQuotaShareResponse detail)
{
    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, never changed in place.</summary>
    public DescribeQuotaShareResponse Detail { get; set; } = detail;

    /// <summary>The queue's name and the share's, as its ARN ends.</summary>
    public string Name => Arn[(Arn.IndexOf("quota-share/", StringComparison.Ordinal) + "quota-share/".Length)..];

    public string Arn => Detail.QuotaShareArn!;
}
