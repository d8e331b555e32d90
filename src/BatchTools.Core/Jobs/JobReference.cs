using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>
/// Names a job: by its id, by its ARN, or by the job itself, which also tells its connection.
/// </summary>
public sealed partial record JobReference
{
    private JobReference(string jobId, BatchConnection? connection, Job? job)
    {
        JobId = jobId;
        Connection = connection;
        Job = job;
    }

    /// <summary>The id of the job.</summary>
    public string JobId { get; }

    /// <summary>The connection that the job belongs to; null: the one of the operation.</summary>
    public BatchConnection? Connection { get; }

    /// <summary>The job as it was known, if it was given as such.</summary>
    public Job? Job { get; }

    /// <summary>Reads an id or an ARN.</summary>
    /// <param name="idOrArn">The id or the ARN of a job.</param>
    /// <param name="connection">The connection that the job belongs to; null: the one of the operation.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="BatchException">The text is neither an id nor an ARN of a job.</exception>
    public static JobReference To(string idOrArn, BatchConnection? connection = null)
    {
        ArgumentNullException.ThrowIfNull(idOrArn);
        var match = IdOrArn().Match(idOrArn);
        return match.Success
            ? new JobReference(match.Groups["id"].Value, connection, null)
            : throw BatchException.For(nameof(Messages.InvalidJobId), ErrorKind.InvalidInput, idOrArn, idOrArn);
    }

    /// <summary>Refers to a job that is at hand.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The reference.</returns>
    public static JobReference To(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobReference(job.JobId, job.Connection, job);
    }

    /// <summary>Refers to a job that is at hand.</summary>
    /// <param name="job">The job.</param>
    public static implicit operator JobReference(Job job) => To(job);

    /// <summary>Reads an id or an ARN.</summary>
    /// <param name="idOrArn">The id or the ARN of a job.</param>
    public static implicit operator JobReference(string idOrArn) => To(idOrArn);

    /// <summary>Gives the id of the job.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => JobId;

    // No dots: the name of a type, which a wrong conversion would give, is never taken for an id.
    [GeneratedRegex(@"^\s*(?:arn:[^:\s]+:batch:[^:\s]*:[^:\s]*:job/)?(?<id>[0-9A-Za-z][0-9A-Za-z-]*(?:[:#]\d+)?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdOrArn();
}
