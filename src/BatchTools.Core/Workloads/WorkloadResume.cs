using System.Runtime.CompilerServices;
using BatchTools.Journals;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Takes up a workload whose submission was broken off: from the journal of this machine, else from the tags of its jobs.</summary>
/// <param name="connection">Where the jobs are.</param>
/// <param name="reporter">Hears of jobs that were not submitted, and of how to go on.</param>
public sealed class WorkloadResume(BatchConnection connection, IReporter reporter)
{
    /// <summary>
    /// Gives the jobs that the workload has, and settles those of which the answer is missing: looks for each, and submits those
    /// that the service does not have.
    /// </summary>
    /// <param name="name">The workload.</param>
    /// <param name="options">How to submit.</param>
    /// <param name="cancellationToken">Ends the work; jobs that were submitted go on.</param>
    /// <returns>The jobs as they are.</returns>
    /// <exception cref="BatchException">There is no such workload, or it is being submitted at this moment.</exception>
    public async IAsyncEnumerable<Job> ResumeAsync(
        string name, SubmitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        var file = (await JournalFolder.OfAsync(connection, cancellationToken)).File(name);
        var jobs = File.Exists(file) ? OfJournalAsync(name, file, options, cancellationToken) : OfTagsAsync(name, options, cancellationToken);
        await foreach (var job in jobs)
            yield return job;
    }

    private async IAsyncEnumerable<Job> OfJournalAsync(
        string name, string file, SubmitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (JournalSessions.AnyIsAlive(file))
            throw BatchException.For(nameof(Messages.WorkloadBusy), ErrorKind.Conflict, name, name);
        if (JournalFolder.Read(file) is not { Header.IsNamed: var isNamed } earlier)
            throw new BatchWorkloads(connection, reporter).NotFound(name);
        options = options with { Workload = name, Expected = null };
        await using var set = new SubmissionSet(connection, reporter, options, isNamed ? null : name);
        await foreach (var job in set.AllAsync(cancellationToken))
            yield return job;

        var left = (await set.LeftAsync(cancellationToken)).Select(Prepare).ToArray();
        var dispatch = new JobDispatch(connection, reporter, options with { Expected = left.Length }, set);
        await foreach (var job in dispatch.SendAsync(left.ToStreamAsync(cancellationToken), cancellationToken))
            yield return job;
        // Without a name nothing more of it is known; with one, the same pipeline or file has the rest.
        if (!isNamed || !earlier.IsBrokenOff || earlier.Answered.Count + left.Length >= earlier.Planned)
            set.Complete();
        if (earlier.IsBrokenOff && !(earlier.Answered.Count + left.Length >= earlier.Planned))
            reporter.Warning(BatchException.Text(nameof(Messages.WorkloadUnfinished), name));
    }

    private async IAsyncEnumerable<Job> OfTagsAsync(
        string name, SubmitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        await using var set = new SubmissionSet(connection, reporter, options with { Workload = name });
        await foreach (var job in new Jobs(connection, reporter).GetAsync(new JobFilter { Workload = name }, cancellationToken))
        {
            if (job.Workload != name)
                continue;
            if (job.Tags.TryGetValue(WorkloadTags.Key, out var key))
            {
                await set.RememberAsync(key, job, cancellationToken);
                count++;
            }

            yield return job;
        }

        if (count == 0)
            throw new BatchWorkloads(connection, reporter).NotFound(name);
        set.Complete();
        reporter.Warning(BatchException.Text(nameof(Messages.WorkloadOfTags), name, count));
    }

    private static PreparedJob Prepare(JournalEntry entry)
    {
        var problems = new SourceProblems();
        var document = SourceDocument.Parse(entry.Request.Span, "journal", problems);
        var request = new ShapeBinder(problems, checkRequired: false).Bind<Amazon.Batch.Model.SubmitJobRequest>(document.Root);
        problems.ThrowIfAny();
        return new PreparedJob(request, entry.Request, null, entry.Point);
    }
}
