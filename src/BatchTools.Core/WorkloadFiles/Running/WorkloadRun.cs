using System.Runtime.CompilerServices;
using BatchTools.Journals;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>
/// Runs a workload file: checks everything, creates what is missing, submits the jobs and waits for them.
/// </summary>
/// <param name="connection">Where to run it.</param>
/// <param name="reporter">Takes progress, warnings, and errors of single jobs.</param>
public sealed class WorkloadRun(BatchConnection connection, IReporter reporter)
{
    private readonly object _lock = new();
    private WorkloadMeasure _measure = new();

    /// <summary>Checks a file against what exists and what was submitted before, and says what a run would do.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it would be run.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What would be done.</returns>
    /// <exception cref="BatchException">Something is wrong with the file.</exception>
    public async Task<WorkloadOutlook> PlanAsync(WorkloadFile file, WorkloadRunOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var submit = Submission(file, options);
        var plan = await new WorkloadPlanner(connection, reporter).PlanAsync(file, cancellationToken);
        await using var set = new SubmissionSet(connection, reporter, submit, await SetNameAsync(file, options, cancellationToken));
        var steps = await new StepForecast(connection, submit, plan, set, file.Steps).ToListAsync(cancellationToken);
        return new()
        {
            Workload = submit.Workload!,
            Resources = [.. plan.Resources.All.Select(one => one.Change)],
            Steps = steps,
            Cost = options.EstimatesCost && steps.Any(step => step.Left > 0)
                ? await new WorkloadCosts(connection, reporter, file, plan.Resources).EstimateAsync(steps, submit, options.ExpectedDuration, cancellationToken)
                : null,
        };
    }

    /// <summary>Runs a file and yields each job as it ends.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Ends the work; jobs that were submitted go on.</param>
    /// <returns>The jobs, each as it ends, or as it is submitted where that is all that was asked for. When the time limit runs out, that is reported, and nothing more is submitted.</returns>
    /// <exception cref="BatchException">Something is wrong with the file; nothing was created or submitted.</exception>
    public async IAsyncEnumerable<Job> RunAsync(
        WorkloadFile file, WorkloadRunOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var submit = Submission(file, options);
        lock (_lock)
            _measure = new(submit.Workload, connection.TimeProvider);
        foreach (var warning in file.Warnings)
            reporter.Warning(warning);

        var plan = await new WorkloadPlanner(connection, reporter).PlanAsync(file, cancellationToken);
        foreach (var endless in ComputeAdvice.Find(await WorkloadScene.OfAsync(file, connection, cancellationToken)))
            reporter.Warning(endless.Message);
        await new WorkloadCreation(reporter).CreateAsync(plan.Resources, cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var set = new SubmissionSet(connection, reporter, submit, await SetNameAsync(file, options, cancellationToken));
        await using var limit = UnfinishedLimit.Of(options.ThrottleLimit ?? file.MaxConcurrent, connection, reporter);
        var submission = new StepSubmission(connection, reporter, submit.Workload!, plan, set, limit);
        var submitting = submission.SubmitAsync(file.Steps, job => Add(job, options), stop.Token);
        try
        {
            var wait = new WaitOptions { Timeout = options.Timeout, Expected = (int)Math.Min(int.MaxValue, file.JobCount) };
            var jobs = options.SubmitOnly ? submission.Jobs.SelectAsync(job => job.Job!, cancellationToken) : new JobWaiter(connection, reporter).WaitAsync(submission.Jobs, wait, cancellationToken);
            await foreach (var job in jobs)
            {
                Add(job);
                if (job.ArraySize is not null && !options.SubmitOnly)
                    await AddChildrenAsync(job, cancellationToken);
                yield return job;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await submitting;
            IsBrokenOff = !set.IsComplete;
            LeftOut = submission.LeftOut.ToString();
        }
    }

    /// <summary>Whether jobs were left unsubmitted when the run ended.</summary>
    public bool IsBrokenOff { get; private set; }

    /// <summary>A sentence on the steps that were left out, as what they wait for ended otherwise than they ask for; null if there is none. It is known when the run has ended.</summary>
    public string? LeftOut { get; private set; }

    /// <summary>The sum of what the run has done so far; jobs that have not ended count as unfinished.</summary>
    /// <returns>The summary.</returns>
    public WorkloadSummary ToSummary()
    {
        lock (_lock)
            return _measure.ToSummary();
    }

    private static SubmitOptions Submission(WorkloadFile file, WorkloadRunOptions options)
    {
        var submit = new SubmitOptions { Workload = options.Workload ?? file.Name, Force = options.Force, ThrottleLimit = options.ThrottleLimit, Expected = (int)Math.Min(int.MaxValue, file.JobCount) };
        JobPreparation.Check(submit);
        return submit;
    }

    // Null: the workload's, within which no job is submitted twice.
    private async Task<string?> SetNameAsync(WorkloadFile file, WorkloadRunOptions options, CancellationToken cancellationToken)
    {
        if (options.Workload is not null)
            return null;
        var folder = await JournalFolder.OfAsync(connection, cancellationToken);
        var earlier = folder.List().Where(one => !one.Header.IsNamed && JournalFolder.IsNewName(file.Name, one.Header.Workload)).OrderBy(one => one.Header.StartedAt).LastOrDefault();
        if (options.Resume)
        {
            return earlier.Header?.Workload
                ?? throw BatchException.For(nameof(Messages.RunNotBrokenOff), ErrorKind.NotFound, file.Name, file.Name);
        }

        if (earlier.Header is { } header && !JournalSessions.AnyIsAlive(earlier.File))
            reporter.Warning(BatchException.Text(nameof(Messages.RunBrokenOff), file.Name, ServiceTime.ToLocal(header.StartedAt)));
        return JournalFolder.NewName(file.Name, connection.TimeProvider);
    }

    // The parent tells how many children ended how; their times and reasons are their own.
    private async Task AddChildrenAsync(Job parent, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var child in new Jobs(connection, reporter).ChildrenAsync(parent, cancellationToken))
                Add(child);
        }
        catch (BatchException problem)
        {
            reporter.Warning($"The summary lacks the times of the children of '{parent.JobName}': {problem.Message}");
        }
    }

    private void Add(Job job, WorkloadRunOptions options)
    {
        Add(job);
        options.Submitted?.Invoke(job);
    }

    private void Add(Job job)
    {
        lock (_lock)
            _measure.Add(job);
    }
}
