namespace BatchTools;

/// <summary>Failed jobs whose logs end alike.</summary>
public sealed class JobErrorGroup
{
    /// <summary>How many jobs there are.</summary>
    public int Count => Jobs.Count;

    /// <summary>The line that tells the most of the sample: its last; without a log, the reason that the service gives.</summary>
    public string Message => Sample.Count > 0 ? Sample[^1] : Reason ?? "";

    /// <summary>The last lines of one of the jobs, as it wrote them.</summary>
    public IReadOnlyList<string> Sample { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The job that the sample is of.</summary>
    public required Job SampleJob { get; init; }

    /// <summary>The exit codes of the jobs, each once.</summary>
    public IReadOnlyList<int> ExitCodes => Indexable.Of([.. Jobs.Select(job => job.ExitCode).OfType<int>().Distinct().Order()]);

    /// <summary>Why the sample's job failed, in the service's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Which jobs: the indices of array children as 0-4,7, with the array's name where there are several; names of other jobs.</summary>
    public string Indices => IndexList.Of(Jobs);

    /// <summary>The jobs, in the order in which they came.</summary>
    public required IReadOnlyList<Job> Jobs { get; init => field = Indexable.Of(value); }

    /// <summary>Gives the count and the message.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Count}: {Message}";
}
