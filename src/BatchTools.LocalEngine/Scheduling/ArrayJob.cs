namespace BatchTools.LocalEngine.Scheduling;

/// <summary>The parent of an array. It runs nothing itself; it ends when its last child has ended.</summary>
internal sealed class ArrayJob : Job
{
    public ArrayJob(JobSubmission submission, int size)
        : base(submission)
    {
        Children = new ArrayChild[size];
        for (var index = 0; index < size; index++)
            Children[index] = new ArrayChild(this, index);
        Counts.Add(JobState.Submitted, size);
        SummaryUpdatedAt = submission.CreatedAt;
    }

    public override string Id => Submission.Id;

    public ArrayChild[] Children { get; }

    public override IReadOnlyList<ExecutableJob> Executables => Children;

    /// <summary>How many children are in each state.</summary>
    public StatusCounts Counts { get; } = new();

    /// <summary>Milliseconds since 1970 of the newest change of <see cref="Counts"/>.</summary>
    public long SummaryUpdatedAt { get; set; }

    /// <summary>Each child waits for the one before it.</summary>
    public bool IsSequential { get; set; }

    /// <summary>The arrays of which each child waits for the child of the same index here.</summary>
    public List<ArrayJob>? MatchedDependents { get; set; }

    public void AddMatchedDependent(ArrayJob dependent) => (MatchedDependents ??= []).Add(dependent);
}
