namespace BatchTools;

/// <summary>A named set of jobs, as the journal on this machine and the jobs' tags tell of it.</summary>
public sealed record BatchWorkload
{
    /// <summary>The name: the user's, or one that was made up for a call without a workload that was broken off.</summary>
    public required string Workload { get; init; }

    /// <summary>How far it is.</summary>
    public required WorkloadState State { get; init; }

    /// <summary>When the first job was submitted, in local time; null before.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>How many jobs the latest call was to submit, an array job counting as one; null where that is not known.</summary>
    public int? Planned { get; init; }

    /// <summary>The jobs that were submitted, an array job counting as one.</summary>
    public int Submitted { get; init; }

    /// <summary>The jobs in the journal of which it is not known yet whether the service has them.</summary>
    public int Unsettled { get; init; }

    /// <summary>The jobs that succeeded, of those that the service still keeps.</summary>
    public int Succeeded { get; init; }

    /// <summary>The jobs that failed, of those that the service still keeps.</summary>
    public int Failed { get; init; }

    /// <summary>The jobs that have not finished.</summary>
    public int Unfinished { get; init; }

    /// <summary>The journal on this machine; null where only the tags of jobs tell of the workload.</summary>
    public string? JournalPath { get; init; }

    /// <summary>The connection that the workload was found at.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Gives the name of the workload.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Workload;
}
