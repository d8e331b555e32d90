using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Waiting;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A job queue: what it is, its environments in order, and its jobs.</summary>
internal sealed class JobQueue(long sequence, Guid id, JobQueueDetail detail, SchedulingPolicy? policy = null)
{
    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Tells it from a later queue of the same name.</summary>
    public Guid Id { get; } = id;

    /// <summary>The description, never changed in place.</summary>
    public JobQueueDetail Detail { get; set; } = detail;

    public string Name => Detail.JobQueueName!;

    public string Arn => Detail.JobQueueArn!;

    public int Priority => Detail.Priority ?? 0;

    /// <summary>The environments in the order in which they are tried.</summary>
    public IReadOnlyList<ComputeEnvironment> Environments { get; set; } = [];

    /// <summary>The jobs, without children and nodes.</summary>
    public JobIndex Jobs { get; } = new();

    /// <summary>The jobs that wait for room.</summary>
    public WaitingJobs Waiting { get; } = policy is null ? new FirstComeJobs() : new FairShareJobs(policy);

    /// <summary>The same, where the queue has a scheduling policy; null where it has none.</summary>
    public FairShareJobs? FairShare => Waiting as FairShareJobs;

    /// <summary>The vCPUs that its jobs have.</summary>
    public decimal VcpusInUse { get; private set; }

    /// <summary>Looks again when the blocked head's time is up; null where nothing is to come.</summary>
    public ITimer? LimitTimer { get; set; }

    /// <summary>Adds a job that was submitted or loaded.</summary>
    public void Add(Job job)
    {
        Jobs.Add(job);
        if (!job.IsOver)
            Waiting.Added(job.Submission);
    }

    /// <summary>A job, no child or node, has moved.</summary>
    public void Moved(Job job, JobState from, JobState to, long now)
    {
        Jobs.Moved(job, from, to);
        if (to.IsTerminal())
            Waiting.Over(job.Submission, now);
    }

    public void Placed(JobSubmission submission, decimal vcpus, long now)
    {
        VcpusInUse += vcpus;
        Waiting.Placed(submission, vcpus, now);
    }

    public void Released(JobSubmission submission, decimal vcpus, long now)
    {
        VcpusInUse -= vcpus;
        Waiting.Released(submission, vcpus, now);
    }
}
