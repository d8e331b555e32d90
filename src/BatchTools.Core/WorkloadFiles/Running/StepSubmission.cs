using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Submits the steps of a file, each as soon as what it waits for is submitted, or has ended where the service can not wait for
/// that: the ids go into its requests.
/// </summary>
/// <param name="connection">Where to submit.</param>
/// <param name="reporter">Hears of jobs that were not submitted.</param>
/// <param name="workload">The name of the workload.</param>
/// <param name="plan">What is known of the definitions.</param>
/// <param name="set">What the jobs belong to.</param>
/// <param name="limit">How many jobs may be unfinished at a time; null: all.</param>
internal sealed class StepSubmission(BatchConnection connection, IReporter reporter, string workload, WorkloadPlan plan, SubmissionSet set, UnfinishedLimit? limit)
{
    private const int CallsAtATime = 8;

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>();
    private readonly JobSender _sender = new(connection, reporter, set);
    private readonly SemaphoreSlim _preparing = new(1);
    private readonly JobPreparation _preparation = new(connection, reporter, new SubmitOptions { Workload = workload }, set);
    private readonly JobWatch _watch = new(connection, reporter);

    /// <summary>The steps that were left out so far.</summary>
    public StepsLeftOut LeftOut { get; } = new();

    /// <summary>The jobs, each the moment the service took it.</summary>
    public IAsyncEnumerable<JobReference> Jobs => ReadAsync();

    /// <summary>Submits all steps. It never throws; a failure of the whole ends the stream of jobs.</summary>
    /// <param name="steps">The steps, each after those that it waits for.</param>
    /// <param name="submitted">Takes each job as it was submitted, before <see cref="Jobs"/> gives it.</param>
    /// <param name="cancellationToken">Ends the submission.</param>
    public async Task SubmitAsync(IReadOnlyList<WorkloadStep> steps, Action<Job> submitted, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var conditions = new StepConditions(plan, steps);
        var board = new StepBoard(steps, conditions);
        var watching = board.IsAnyWatched ? WatchAsync(board, stop.Token) : Task.CompletedTask;
        try
        {
            var links = new StepLinks(conditions, new FanIn(plan, GatherAsync));
            var options = new ParallelOptions
            {
                // A sweep with a limit stays for as long as its jobs run, and must not keep others from their turn.
                MaxDegreeOfParallelism = CallsAtATime + steps.Count(step => step.Sweep is not null),
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(board.ReadyAsync(cancellationToken), options, async (step, token) =>
            {
                var verdict = conditions.Judge(step, board.OutcomeOf, board.IdsOf, out var cause);
                Tell(step, verdict, cause, board);
                board.Done(step, verdict == StepOutcome.Ok ? await SubmitAsync(step, board, links, submitted, token) : null, verdict == StepOutcome.LeftOut);
            });
            set.Complete();
            _jobs.Writer.Complete();
        }
        catch (Exception exception)
        {
            _jobs.Writer.Complete(exception);
        }
        finally
        {
            await stop.CancelAsync();
            await watching;
        }
    }

    private void Tell(WorkloadStep step, StepOutcome verdict, string? cause, StepBoard board)
    {
        if (verdict == StepOutcome.LeftOut)
            reporter.Verbose(LeftOut.Add(step.Name, cause!, board.OutcomeOf(cause!)));
        else if (verdict == StepOutcome.Failed)
            reporter.Error(BatchException.For(board.IdsOf(cause!) is null ? nameof(Messages.DependencyNotSubmitted) : nameof(Messages.DependencyFailed), ErrorKind.Conflict, step.Name, step.Where, step.Name, cause));
    }

    // The ids of a step's jobs; null if one of them was not submitted.
    private async Task<IReadOnlyList<string>?> SubmitAsync(WorkloadStep step, StepBoard board, StepLinks links, Action<Job> submitted, CancellationToken cancellationToken)
    {
        if (await links.OfAsync(step, board.IdsOf, cancellationToken) is not { } dependencies)
            return null;
        var hasContainer = !plan.WithoutContainer.Contains(step.Job.JobDefinition);
        var requests = step.Requests(dependencies, hasContainer);
        var ids = board.IsAwaited(step) ? new Dictionary<string, string>(StringComparer.Ordinal) : null; // else a sweep may be too long to keep its ids
        await foreach (var job in step.Sweep is null ? OneAsync(step, requests.First(), cancellationToken) : ManyAsync(step, requests, cancellationToken))
        {
            submitted(job);
            if (board.IsWatched(step))
            {
                board.Submitted(step, job.JobId);
                _watch.Add(job);
            }

            await _jobs.Writer.WriteAsync(job, cancellationToken);
            ids?.Add(job.JobName, job.JobId);
        }

        if (ids is null)
            return [];
        return ids.Count < step.JobCount ? null : [.. step.Requests(StepDependencies.None, hasContainer).Select(request => ids[request.JobName])];
    }

    private async Task<string?> GatherAsync(WorkloadStep step, JobRequest request, CancellationToken cancellationToken)
    {
        await foreach (var job in OneAsync(step, request, cancellationToken))
            return job.JobId;
        return null;
    }

    private async IAsyncEnumerable<Job> OneAsync(WorkloadStep step, JobRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Job? job;
        await (limit?.EnterAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            job = await _sender.SendAsync(await PrepareAsync(request, cancellationToken), cancellationToken);
            limit?.HoldOrLeave(job);
        }
        catch (BatchException problem) when (SubmissionErrors.IsOfItem(problem))
        {
            limit?.Leave();
            reporter.Error(problem.At(step.Where));
            yield break;
        }

        if (job is not null)
            yield return job;
    }

    private IAsyncEnumerable<Job> ManyAsync(WorkloadStep step, IEnumerable<JobRequest> requests, CancellationToken cancellationToken) =>
        new JobSubmission(connection, reporter).SubmitIntoAsync(
            set,
            requests.ToStreamAsync(cancellationToken),
            new SubmitOptions { Workload = workload, ThrottleLimit = step.MaxConcurrent, Expected = (int)Math.Min(int.MaxValue, step.JobCount) },
            cancellationToken,
            limit);

    // Preparation remembers queues and definitions that it looked up, and so works on one job at a time.
    private async Task<PreparedJob> PrepareAsync(JobRequest request, CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken);
        try
        {
            return await _preparation.PrepareAsync(request, cancellationToken);
        }
        finally
        {
            _preparing.Release();
        }
    }

    // Whoever takes the jobs may be slow or not wait at all, so what the client releases has a watch of its own.
    private async Task WatchAsync(StepBoard board, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in _watch.RunAsync(cancellationToken))
            {
                if (change.IsLast)
                    board.Ended(change.Reference.JobId, change.Job?.Status == JobStatus.SUCCEEDED);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The submission is over.
        }
        catch (BatchException problem)
        {
            board.Fail(problem);
        }
    }

    private async IAsyncEnumerable<JobReference> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync(cancellationToken))
            yield return job;
    }
}
