namespace BatchTools.LocalEngine.Scheduling.Waiting;

/// <summary>The jobs of a queue that wait for room, in the order in which they get it. Times are milliseconds since 1970.</summary>
internal abstract class WaitingJobs
{
    private long _lastLeft;

    /// <summary>Adds a job that has become runnable.</summary>
    public abstract void Enqueue(ExecutableJob job);

    /// <summary>The job whose turn it is; jobs that were ended while they waited are left out. Null where none waits.</summary>
    public abstract ExecutableJob? Head(long now);

    /// <summary>Takes the job out that <see cref="Head"/> gave.</summary>
    public void TakeHead(long now)
    {
        Left(now);
        RemoveHead();
    }

    /// <summary>The first of them, with the time since which each has had its place.</summary>
    public IReadOnlyList<(ExecutableJob Job, long Since)> First(int count, long now)
    {
        var first = new List<(ExecutableJob, long)>();
        var moved = _lastLeft;
        foreach (var job in InOrder(now))
        {
            if (first.Count == count)
                break;
            if (job.State == JobState.Runnable)
                first.Add((job, Math.Max(job.RunnableAt, moved)));
            else
                moved = Math.Max(moved, job.StoppedAt);
        }

        return first;
    }

    /// <summary>A job of the queue was submitted or loaded.</summary>
    public virtual void Added(JobSubmission submission)
    {
    }

    /// <summary>A job of the queue has ended.</summary>
    public virtual void Over(JobSubmission submission, long now)
    {
    }

    /// <summary>A job has got its place.</summary>
    public virtual void Placed(JobSubmission submission, decimal vcpus, long now)
    {
    }

    /// <summary>A job has given its place back.</summary>
    public virtual void Released(JobSubmission submission, decimal vcpus, long now)
    {
    }

    /// <summary>How many of so many vCPUs are kept free.</summary>
    public virtual decimal Withheld(decimal vcpus, long now) => 0;

    /// <summary>All jobs, also those that were ended while they waited, in order.</summary>
    protected abstract IEnumerable<ExecutableJob> InOrder(long now);

    protected abstract void RemoveHead();

    /// <summary>Somebody has left at that time, so that the others have moved up.</summary>
    protected void Left(long time) => _lastLeft = Math.Max(_lastLeft, time);
}
