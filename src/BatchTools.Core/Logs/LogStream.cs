namespace BatchTools;

/// <summary>One attempt's log.</summary>
/// <param name="Job">The job.</param>
/// <param name="Attempt">The number of the attempt, from 1.</param>
/// <param name="Group">The group in CloudWatch Logs.</param>
/// <param name="Name">The stream's name.</param>
internal sealed record LogStream(Job Job, int Attempt, string Group, string Name)
{
    /// <summary>The logs of a job's attempts, first to last, that a choice asks for.</summary>
    /// <param name="job">The job, with its full description.</param>
    /// <param name="attempt">1 for the first, -1 for the last; null for all.</param>
    /// <exception cref="BatchException">There is no such attempt.</exception>
    public static IReadOnlyList<LogStream> Of(Job job, int? attempt)
    {
        var names = job.Attempts.Select(one => (one.Number, one.LogStreamName)).ToList();
        // The attempt that runs now is not among the attempts yet; its stream is the container's.
        if (job.LogStreamName is { } current && names.TrueForAll(one => one.LogStreamName != current))
            names.Add((names.Count + 1, current));
        if (attempt is { } wanted && names.Count > 0)
        {
            var index = wanted > 0 ? wanted - 1 : names.Count + wanted;
            if (wanted == 0 || index < 0 || index >= names.Count)
                throw BatchException.For(nameof(Messages.AttemptNotFound), ErrorKind.NotFound, job.JobId, job.JobId, wanted, names.Count);
            names = [names[index]];
        }

        return names.Where(one => one.LogStreamName is not null && job.LogGroup is not null)
            .Select(one => new LogStream(job, one.Number, job.LogGroup!, one.LogStreamName!))
            .ToArray();
    }
}
