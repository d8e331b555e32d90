namespace BatchTools;

/// <summary>Counts the jobs of one workload.</summary>
internal sealed class WorkloadCount
{
    /// <summary>All of them.</summary>
    public int Jobs { get; private set; }

    /// <summary>Those that succeeded.</summary>
    public int Succeeded { get; private set; }

    /// <summary>Those that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>When the first was submitted.</summary>
    public DateTime? First { get; private set; }

    /// <summary>Counts one more.</summary>
    public void Add(Job job)
    {
        Jobs++;
        Succeeded += job.Status == JobStatus.SUCCEEDED ? 1 : 0;
        Failed += job.Status == JobStatus.FAILED ? 1 : 0;
        First = First is { } first && first < job.CreatedAt ? first : job.CreatedAt;
    }
}
