using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A job queue: what it is, its environments in order, and its jobs.</summary>
internal sealed class JobQueue(long sequence, Guid id, JobQueueDetail detail)
{
    private readonly Queue<ExecutableJob> _runnable = new();

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

    /// <summary>The jobs in the order of their submission, without array children.</summary>
    public List<Job> Jobs { get; } = [];

    /// <summary>How many of <see cref="Jobs"/> are in each state.</summary>
    public StatusCounts Counts { get; } = new();

    public void Enqueue(ExecutableJob job) => _runnable.Enqueue(job);

    /// <summary>The job whose turn it is; jobs that were cancelled while they waited are left out.</summary>
    public ExecutableJob? Head()
    {
        while (_runnable.TryPeek(out var job))
        {
            if (job.State == JobState.Runnable)
                return job;
            _runnable.Dequeue();
        }

        return null;
    }

    public void TakeHead() => _runnable.Dequeue();
}
