using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling.Nodes;

/// <summary>
/// A multi-node parallel job. Its main node starts first and the others once it runs; the main node's end is the job's,
/// and it is tried again as a whole.
/// </summary>
internal sealed class MultiNodeJob : Job
{
    public MultiNodeJob(JobSubmission submission)
        : base(submission)
    {
        Nodes = new NodeJob[submission.Plans.Length];
        for (var index = 0; index < Nodes.Length; index++)
            Nodes[index] = new NodeJob(this, index);
        Needs = new JobNeeds(
            submission.Plans.Aggregate(default(ResourceDemand), static (sum, plan) => sum + plan.Demand),
            [.. submission.Plans.SelectMany(static plan => plan.Consumables)]);
    }

    public override string Id => Submission.Id;

    public NodeJob[] Nodes { get; }

    public NodeJob Main => Nodes[Submission.MainNode ?? 0];

    /// <summary>What all nodes need together.</summary>
    public JobNeeds Needs { get; }

    /// <summary>The main node's attempt, which has ended, while others are still being stopped; null otherwise.</summary>
    public ActiveAttempt? MainEnd { get; set; }

    public override IReadOnlyList<ExecutableJob> Executables => Nodes;

    /// <summary>The nodes beside the main one.</summary>
    public IEnumerable<NodeJob> Others => Nodes.Where(static node => !node.IsMain);
}
