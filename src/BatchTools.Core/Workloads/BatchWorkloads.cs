using System.Runtime.CompilerServices;
using BatchTools.Journals;

namespace BatchTools;

/// <summary>The workloads that the journals of this machine and the tags of jobs tell of.</summary>
/// <param name="connection">Where the jobs are.</param>
/// <param name="reporter">Hears of what cannot be done.</param>
public sealed class BatchWorkloads(BatchConnection connection, IReporter reporter)
{
    /// <summary>Finds workloads, in the order of their beginning.</summary>
    /// <param name="names">Names or patterns; none: all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The workloads. A name without a wildcard that is found nowhere is reported.</returns>
    public async IAsyncEnumerable<BatchWorkload> GetAsync(
        IReadOnlyList<string> names, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        var folder = await JournalFolder.OfAsync(connection, cancellationToken);
        var counts = await CountAsync(names, cancellationToken);
        List<BatchWorkload> found = [];
        foreach (var (file, header) in folder.List().Where(one => IsWanted(one.Header.Workload, names)))
        {
            if (JournalFolder.Read(file) is not { } state)
                continue;
            counts.Remove(header.Workload, out var count);
            // The jobs of a call without a workload have no tag to be found by.
            count = header.IsNamed && count is not null ? count : await CountAsync(state, cancellationToken);
            found.Add(Of(header.Workload, count, state, file));
        }

        found.AddRange(counts.Select(pair => Of(pair.Key, pair.Value, null, null)));
        foreach (var workload in found.OrderBy(workload => workload.CreatedAt))
            yield return workload;
        foreach (var name in names.Where(name => !new NamePattern(name).HasWildcards && !found.Exists(workload => new NamePattern(name).Matches(workload.Workload))))
            reporter.Error(NotFound(name));
    }

    /// <summary>Forgets the journal of a workload; its jobs stay as they are.</summary>
    /// <param name="workload">The name of the workload.</param>
    /// <param name="file">Its journal.</param>
    /// <exception cref="BatchException">It is being submitted at this moment.</exception>
    internal void Forget(string workload, string file)
    {
        if (JournalSessions.AnyIsAlive(file))
            throw BatchException.For(nameof(Messages.WorkloadBusy), ErrorKind.Conflict, workload, workload);
        File.Delete(file);
        File.Delete($"{file}.lock");
        reporter.Verbose($"The journal of the workload '{workload}' is forgotten; its jobs are left as they are.");
    }

    /// <summary>The journals of this machine by name or pattern. A name without a wildcard that has none is reported.</summary>
    internal async IAsyncEnumerable<(string Workload, string File)> JournalsAsync(
        string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await JournalFolder.OfAsync(connection, cancellationToken);
        var found = folder.List().Where(one => IsWanted(one.Header.Workload, [name])).ToArray();
        foreach (var (file, header) in found)
            yield return (header.Workload, file);
        if (found.Length == 0 && !new NamePattern(name).HasWildcards)
            reporter.Error(BatchException.For(nameof(Messages.JournalNotFound), ErrorKind.NotFound, name, name, folder.Path));
    }

    /// <summary>The error for a workload that is found nowhere.</summary>
    internal BatchException NotFound(string name) =>
        BatchException.For(nameof(Messages.WorkloadNotFound), ErrorKind.NotFound, name, name, connection.Name);

    private BatchWorkload Of(string name, WorkloadCount count, JournalState? state, string? file)
    {
        var submitted = Math.Max(count.Jobs, state?.Answered.Count ?? 0);
        return new BatchWorkload
        {
            Workload = name,
            State = file is not null && JournalSessions.AnyIsAlive(file) ? WorkloadState.Submitting
                : state is { IsBrokenOff: true } or { Open.Count: > 0 } ? WorkloadState.BrokenOff
                : count.Jobs > count.Succeeded + count.Failed ? WorkloadState.Running
                : WorkloadState.Finished,
            CreatedAt = count.First ?? ServiceTime.ToLocal(state?.Header?.StartedAt),
            Planned = state?.Planned,
            Submitted = submitted,
            Unsettled = state?.Open.Count ?? 0,
            Succeeded = count.Succeeded,
            Failed = count.Failed,
            Unfinished = count.Jobs - count.Succeeded - count.Failed,
            JournalPath = file,
            Connection = connection,
        };
    }

    private async Task<Dictionary<string, WorkloadCount>> CountAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, WorkloadCount>(StringComparer.Ordinal);
        await foreach (var job in new Jobs(connection, reporter).GetAsync(new JobFilter { Workload = "*" }, cancellationToken))
        {
            if (job.Workload is not { } workload || !IsWanted(workload, names))
                continue;
            if (!counts.TryGetValue(workload, out var count))
                counts[workload] = count = new WorkloadCount();
            count.Add(job);
        }

        return counts;
    }

    private async Task<WorkloadCount> CountAsync(JournalState state, CancellationToken cancellationToken)
    {
        var count = new WorkloadCount();
        var ids = state.Answered.Select(entry => JobReference.To(entry.JobId!)).ToStreamAsync(cancellationToken);
        await foreach (var (_, job) in JobDescriptions.ReadAsync(connection, ids, cancellationToken))
        {
            if (job is not null)
                count.Add(job);
        }

        return count;
    }

    private static bool IsWanted(string workload, IReadOnlyList<string> names) =>
        names.Count == 0 || names.Any(name => new NamePattern(name).Matches(workload));
}
