namespace BatchTools;

/// <summary>How a workload file is run.</summary>
public sealed record WorkloadRunOptions
{
    /// <summary>
    /// The name of the workload, within which no job is submitted twice; null: the file's, and every run submits all jobs anew.
    /// </summary>
    public string? Workload { get; init; }

    /// <summary>Whether jobs of the workload that were submitted before are submitted once more.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to go on with the latest run of the file that was broken off, submitting only what is missing.</summary>
    public bool Resume { get; init; }

    /// <summary>How many jobs of the run may be unfinished at a time, beside the limits that its sweeps have; null: as the file says.</summary>
    public int? ThrottleLimit { get; init; }

    /// <summary>Whether to end when all jobs are submitted, without waiting for them. Default: they are waited for.</summary>
    public bool SubmitOnly { get; init; }

    /// <summary>Takes each job as it was submitted, the moment the service took it, from any thread. Default: nobody.</summary>
    public Action<Job>? Submitted { get; init; }

    /// <summary>How long to wait for the jobs; null: as long as they take.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether a plan tells what the jobs would cost. Default: it does not, as prices have to be looked up.</summary>
    public bool EstimatesCost { get; init; }

    /// <summary>How long an attempt of a job is expected to run, for the estimate; null: as earlier jobs of its definition did.</summary>
    public TimeSpan? ExpectedDuration { get; init; }
}
