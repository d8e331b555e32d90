using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Multi-node jobs and their nodes as DescribeJobs and ListJobs show them.</summary>
internal static class NodeDescriptions
{
    /// <summary>The definition's nodes, as many as the submission asked for.</summary>
    public static NodeProperties Describe(MultiNodeJob job)
    {
        var defined = job.Submission.Definition.Detail.NodeProperties!;
        return new NodeProperties { MainNode = defined.MainNode, NumNodes = job.Nodes.Length, NodeRangeProperties = defined.NodeRangeProperties };
    }

    /// <summary>What a listing says; null for jobs that have no nodes.</summary>
    public static NodePropertiesSummary? Summarise(Job job) => job switch
    {
        MultiNodeJob group => new NodePropertiesSummary { NumNodes = group.Nodes.Length },
        NodeJob node => new NodePropertiesSummary { IsMainNode = node.IsMain, NodeIndex = node.Index, NumNodes = node.Parent.Nodes.Length },
        _ => null,
    };
}
