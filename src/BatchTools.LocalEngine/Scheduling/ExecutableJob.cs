using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>A job that runs itself: a single job, an array's child or a node of a multi-node job.</summary>
internal abstract class ExecutableJob(JobSubmission submission) : Job(submission)
{
    /// <summary>The attempts so far, the current one last. Replaced, never changed in place.</summary>
    public Attempt[] Attempts { get; set; } = [];

    /// <summary>The attempt that is starting or running; null where none is.</summary>
    public ActiveAttempt? Active { get; set; }

    /// <summary>Milliseconds since 1970 of the newest change to RUNNABLE; 0 for none.</summary>
    public long RunnableAt { get; set; }

    /// <summary>The place in its array; null for a job of its own.</summary>
    public virtual int? ArrayIndex => null;

    /// <summary>What it runs.</summary>
    public virtual JobPlan Plan => Submission.Plan;

    /// <summary>What must be free for it to be placed.</summary>
    public virtual JobNeeds Needs => new(Plan.Demand, Plan.Consumables);
}
