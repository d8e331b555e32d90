using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Scheduling.Nodes;

/// <summary>A node of a multi-node job. The main node waits for room for all of them.</summary>
internal sealed class NodeJob(MultiNodeJob parent, int index) : ExecutableJob(parent.Submission)
{
    public MultiNodeJob Parent { get; } = parent;

    public int Index { get; } = index;

    public override string Id => $"{Submission.Id}#{Index}";

    public override bool IsPart => true;

    public override int? PartIndex => Index;

    public bool IsMain => Parent.Main == this;

    public override JobPlan Plan => Submission.Plans[Index];

    /// <summary>All nodes have their places in one environment, and none starts before there is room for all.</summary>
    public override JobNeeds Needs => Parent.Needs;
}
