using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Finds where a job's containers log, attempt by attempt, in what AWS tells of the job.</summary>
internal static class ContainerLogs
{
    /// <summary>The logs of a job, first attempt to last; the one that runs now comes after those that have ended.</summary>
    public static IReadOnlyList<ContainerLog> Of(JobDetail detail)
    {
        var targets = Targets(detail);
        var logs = new List<ContainerLog>();
        var number = 0;
        foreach (var attempt in detail.Attempts ?? [])
            logs.AddRange(Of(attempt, ++number, targets));

        // The attempt that runs now is not among the attempts yet; its streams are the containers', if they have any.
        var known = logs.Select(log => log.StreamName).ToHashSet(StringComparer.Ordinal);
        logs.AddRange(Current(detail).Where(one => one.Stream is null ? number == 0 && targets(one.Name).Driver is not null : !known.Contains(one.Stream))
            .Select(one => new ContainerLog(number + 1, one.Name, targets(one.Name), one.Stream, IsOver: false, null)));
        return logs;
    }

    private static IEnumerable<ContainerLog> Of(AttemptDetail attempt, int number, Func<string?, JobLogTarget> targets)
    {
        var containers = attempt.TaskProperties?.SelectMany(task => task.Containers ?? []).ToArray() ?? [];
        if (containers.Length == 0)
        {
            var only = attempt.Container;
            return [new ContainerLog(number, null, targets(null), only?.LogStreamName, IsOver: true, only?.Reason ?? attempt.StatusReason)];
        }

        return containers.Select(one => new ContainerLog(
            number, one.Name, targets(one.Name), one.LogStreamName, IsOver: true, one.Reason ?? attempt.StatusReason));
    }

    private static IEnumerable<(string? Name, string? Stream)> Current(JobDetail detail) => detail.EcsProperties is { } task
        ? Containers(task).Select(one => ((string?)one.Name, (string?)one.LogStreamName))
        : [(null, detail.Container?.LogStreamName)];

    private static Func<string?, JobLogTarget> Targets(JobDetail detail)
    {
        if (detail.EksProperties is not null)
            return static _ => new JobLogTarget("EKS", null);
        if (detail.EcsProperties is not { } task)
            return _ => JobLogTarget.Of(detail.Container?.LogConfiguration);
        var configurations = Containers(task).ToLookup(one => one.Name, one => one.LogConfiguration, StringComparer.Ordinal);
        return name => JobLogTarget.Of(configurations[name ?? ""].FirstOrDefault());
    }

    private static IEnumerable<TaskContainerDetails> Containers(EcsPropertiesDetail task) =>
        task.TaskProperties?.SelectMany(one => one.Containers ?? []) ?? [];
}
