namespace BatchTools;

/// <summary>The log of one container of one attempt.</summary>
/// <param name="Job">The job.</param>
/// <param name="Attempt">The number of the attempt, from 1.</param>
/// <param name="Container">The container's name; null for a job of one container.</param>
/// <param name="Group">The group in CloudWatch Logs.</param>
/// <param name="Name">The stream's name.</param>
internal sealed record LogStream(Job Job, int Attempt, string? Container, string Group, string Name)
{
    /// <summary>The place among the streams that are followed together, from 0, for their colours.</summary>
    public int Place { get; set; }

    /// <summary>The logs of a job's attempts, first to last, that are asked for and have a stream.</summary>
    /// <param name="job">The job, with its full description.</param>
    /// <param name="options">Which attempts and containers.</param>
    /// <exception cref="BatchException">There is no such attempt or container.</exception>
    public static IReadOnlyList<LogStream> Of(Job job, LogOptions options) =>
        Wanted(job, options).Where(log => log is { StreamName: not null, Target.Group: not null })
            .Select(log => new LogStream(job, log.Attempt, log.Container, log.Target.Group!, log.StreamName!))
            .ToArray();

    /// <summary>The attempts' containers that are asked for, with a stream or without.</summary>
    /// <exception cref="BatchException">There is no such attempt or container.</exception>
    public static IReadOnlyList<ContainerLog> Wanted(Job job, LogOptions options)
    {
        var logs = job.ContainerLogs;
        if (options.Attempt is { } wanted && logs.Count > 0)
        {
            var last = logs[^1].Attempt;
            var number = wanted > 0 ? wanted : last + 1 + wanted;
            if (wanted == 0 || number < 1 || number > last)
                throw BatchException.For(nameof(Messages.AttemptNotFound), ErrorKind.NotFound, job.JobId, job.JobId, wanted, last);
            logs = [.. logs.Where(log => log.Attempt == number)];
        }

        var chosen = logs.Where(options.Wants).ToArray();
        if (chosen.Length == 0 && logs.Count > 0)
        {
            var names = string.Join(", ", logs.Select(log => log.Container).OfType<string>().Distinct(StringComparer.Ordinal));
            throw BatchException.For(
                nameof(Messages.ContainerNotFound), ErrorKind.NotFound, job.JobId,
                job.JobId, string.Join(", ", options.Containers), names.Length > 0 ? names : "one without a name");
        }

        return chosen;
    }
}
