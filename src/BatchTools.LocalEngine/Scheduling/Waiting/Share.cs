namespace BatchTools.LocalEngine.Scheduling.Waiting;

/// <summary>A share of a queue with fair share scheduling: its waiting jobs and what it has used.</summary>
internal sealed class Share(string identifier)
{
    // What is in use counts as if it were kept for so long still; so jobs that are placed in one moment are spread over the shares.
    private const double LookAheadMilliseconds = 60_000;

    private readonly PriorityQueue<ExecutableJob, (int Priority, long Order)> _waiting = new();
    private readonly ShareUsage _usage = new();
    private long _order;
    private long _countedUntil;

    public string Identifier { get; } = identifier;

    /// <summary>How many of its jobs have not ended.</summary>
    public int Unfinished { get; set; }

    /// <summary>When its newest job ended.</summary>
    public long LastOver { get; set; }

    public decimal VcpusInUse { get; private set; }

    /// <summary>Whether it counts among the active ones: it has jobs, or had some within the window.</summary>
    public bool IsActive(long now, long window) => Unfinished > 0 || (LastOver != 0 && now - LastOver < window);

    /// <summary>Adds a job; a higher scheduling priority goes first, who came first among equals.</summary>
    public void Enqueue(ExecutableJob job) => _waiting.Enqueue(job, (-job.Submission.SchedulingPriority, ++_order));

    /// <summary>Its first job that waits still; <paramref name="left"/> hears when others left.</summary>
    public ExecutableJob? Head(Action<long> left)
    {
        while (_waiting.TryPeek(out var job, out _))
        {
            if (job.State == JobState.Runnable)
                return job;
            left(job.StoppedAt);
            _waiting.Dequeue();
        }

        return null;
    }

    public void RemoveHead() => _waiting.Dequeue();

    /// <summary>All of its jobs in their order.</summary>
    public IEnumerable<ExecutableJob> InOrder() =>
        _waiting.UnorderedItems.OrderBy(static item => item.Priority).Select(static item => item.Element);

    /// <summary>Its jobs have got or given back vCPUs.</summary>
    public void Change(decimal vcpus, long now, long window)
    {
        Count(now, window);
        VcpusInUse += vcpus;
    }

    /// <summary>Counts what was used before the engine was opened.</summary>
    public void AddUsage(long from, long to, decimal vcpus, long window) => _usage.Add(from, to, vcpus, window);

    /// <summary>What it has used, in vCPU-milliseconds, with what it has now and some more vCPUs looked ahead.</summary>
    public double Usage(long now, long window, decimal moreVcpus = 0)
    {
        Count(now, window);
        return _usage.At(now, window) + ((double)(VcpusInUse + moreVcpus) * LookAheadMilliseconds);
    }

    private void Count(long now, long window)
    {
        if (VcpusInUse > 0)
            _usage.Add(_countedUntil, now, VcpusInUse, window);
        _countedUntil = now;
    }
}
