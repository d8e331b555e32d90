namespace BatchTools.LocalEngine.Scheduling;

/// <summary>A job in the engine's memory: a single job, an array or an array's child, a multi-node job or a node. Guarded by the engine's gate.</summary>
internal abstract class Job(JobSubmission submission)
{
    /// <summary>What SubmitJob asked for; an array's children share the array's.</summary>
    public JobSubmission Submission { get; } = submission;

    public abstract string Id { get; }

    /// <summary>What runs for it: itself, its children or its nodes.</summary>
    public virtual IReadOnlyList<ExecutableJob> Executables => [(ExecutableJob)this];

    /// <summary>The job is a child or node of another one, and listed with it only.</summary>
    public virtual bool IsPart => false;

    /// <summary>The number by which a part is told from its siblings; null for a job of its own.</summary>
    public virtual int? PartIndex => null;

    public JobState State { get; set; }

    public string? StatusReason { get; set; }

    /// <summary>Milliseconds since 1970 of the newest start; 0 for none.</summary>
    public long StartedAt { get; set; }

    /// <summary>Milliseconds since 1970 of the end; 0 for none.</summary>
    public long StoppedAt { get; set; }

    public bool IsCancelled { get; set; }

    public bool IsTerminated { get; set; }

    /// <summary>The reason that CancelJob or TerminateJob gave, where the job's end is still to come.</summary>
    public string? EndReason { get; set; }

    /// <summary>How many of its dependencies have not succeeded yet.</summary>
    public int Outstanding { get; set; }

    /// <summary>A dependency had failed already when this job was linked to it.</summary>
    public bool DependencyFailed { get; set; }

    /// <summary>The jobs that wait for this one as a whole.</summary>
    public List<Job>? Dependents { get; set; }

    public bool IsOver => State.IsTerminal();

    public void AddDependent(Job dependent) => (Dependents ??= []).Add(dependent);

    public override string ToString() => $"{Id} {State}";
}
