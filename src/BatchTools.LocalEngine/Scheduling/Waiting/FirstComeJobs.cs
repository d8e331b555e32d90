namespace BatchTools.LocalEngine.Scheduling.Waiting;

/// <summary>A queue without a scheduling policy: who became runnable first goes first.</summary>
internal sealed class FirstComeJobs : WaitingJobs
{
    private readonly Queue<ExecutableJob> _jobs = new();

    public override void Enqueue(ExecutableJob job) => _jobs.Enqueue(job);

    public override ExecutableJob? Head(long now)
    {
        while (_jobs.TryPeek(out var job))
        {
            if (job.State == JobState.Runnable)
                return job;
            Left(job.StoppedAt);
            _jobs.Dequeue();
        }

        return null;
    }

    protected override IEnumerable<ExecutableJob> InOrder(long now) => _jobs;

    protected override void RemoveHead() => _jobs.Dequeue();
}
