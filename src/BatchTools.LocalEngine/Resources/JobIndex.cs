using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Resources;

/// <summary>The jobs of a queue, without children and nodes: by the order of their submission, and by state.</summary>
internal sealed class JobIndex
{
    private readonly List<Job> _all = [];
    private readonly SortedSet<long>[] _byState = [.. Enumerable.Range(0, (int)JobState.Failed + 1).Select(static _ => new SortedSet<long>())];

    /// <summary>How many jobs there are.</summary>
    public int Total => _all.Count;

    /// <summary>How many jobs have not ended.</summary>
    public int Unfinished => Total - _byState[(int)JobState.Succeeded].Count - _byState[(int)JobState.Failed].Count;

    /// <summary>Adds a job that was submitted after all others.</summary>
    public void Add(Job job)
    {
        _all.Add(job);
        _byState[(int)job.State].Add(job.Submission.Sequence);
    }

    /// <summary>Takes out jobs that are over.</summary>
    public void Remove(HashSet<Job> jobs)
    {
        _all.RemoveAll(jobs.Contains);
        foreach (var job in jobs)
            _byState[(int)job.State].Remove(job.Submission.Sequence);
    }

    public void Moved(Job job, JobState from, JobState to)
    {
        _byState[(int)from].Remove(job.Submission.Sequence);
        _byState[(int)to].Add(job.Submission.Sequence);
    }

    /// <summary>The jobs that were submitted before a place in the order, newest first.</summary>
    public IEnumerable<Job> NewestFirst(long before)
    {
        for (var index = CountBefore(before) - 1; index >= 0; index--)
            yield return _all[index];
    }

    /// <summary>Those of one state.</summary>
    public IEnumerable<Job> NewestFirst(JobState state, long before) =>
        _byState[(int)state].GetViewBetween(long.MinValue, before - 1).Reverse().Select(sequence => _all[CountBefore(sequence)]);

    /// <summary>The jobs that have not ended, oldest first.</summary>
    public IEnumerable<Job> InProgress() => _all.Where(static job => !job.IsOver);

    // The jobs stand in the order of their submission, so a place is found by halving.
    private int CountBefore(long sequence)
    {
        int low = 0, high = _all.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].Submission.Sequence < sequence)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
