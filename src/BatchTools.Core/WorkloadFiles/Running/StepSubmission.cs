using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Submits the steps of a file, each as soon as the steps that it waits for are submitted: their ids go into its requests.
/// </summary>
/// <param name="connection">Where to submit.</param>
/// <param name="reporter">Hears of jobs that were not submitted.</param>
/// <param name="workload">The name of the workload.</param>
/// <param name="plan">What is known of the definitions.</param>
/// <param name="set">What the jobs belong to.</param>
internal sealed class StepSubmission(BatchConnection connection, IReporter reporter, string workload, WorkloadPlan plan, SubmissionSet set)
{
    private const int CallsAtATime = 8;

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>();
    private readonly JobSender _sender = new(connection, reporter, set);
    private readonly SemaphoreSlim _preparing = new(1);
    private readonly JobPreparation _preparation = new(connection, reporter, new SubmitOptions { Workload = workload }, set);

    /// <summary>The jobs, each the moment the service took it.</summary>
    public IAsyncEnumerable<JobReference> Jobs => ReadAsync();

    /// <summary>Submits all steps. It never throws; a failure of the whole ends the stream of jobs.</summary>
    /// <param name="steps">The steps, each after those that it waits for.</param>
    /// <param name="submitted">Takes each job as it was submitted, before <see cref="Jobs"/> gives it.</param>
    /// <param name="cancellationToken">Ends the submission.</param>
    public async Task SubmitAsync(IReadOnlyList<WorkloadStep> steps, Action<Job> submitted, CancellationToken cancellationToken)
    {
        try
        {
            var board = new StepBoard(steps);
            var options = new ParallelOptions
            {
                // A sweep with a limit stays for as long as its jobs run, and must not keep others from their turn.
                MaxDegreeOfParallelism = CallsAtATime + steps.Count(step => step.Sweep is not null),
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(board.ReadyAsync(cancellationToken), options, async (step, token) =>
                board.Done(step, await SubmitAsync(step, board, submitted, token)));
            set.Complete();
            _jobs.Writer.Complete();
        }
        catch (Exception exception)
        {
            _jobs.Writer.Complete(exception);
        }
    }

    // The ids of a step's jobs; null if one of them was not submitted.
    private async Task<IReadOnlyList<string>?> SubmitAsync(WorkloadStep step, StepBoard board, Action<Job> submitted, CancellationToken cancellationToken)
    {
        if (board.Blocker(step) is { } blocker)
        {
            reporter.Error(BatchException.For(nameof(Messages.DependencyNotSubmitted), ErrorKind.Conflict, step.Name, step.Where, step.Name, blocker));
            return null;
        }

        var requests = step.Requests(board.Dependencies(step), !plan.WithoutContainer.Contains(step.Job.JobDefinition));
        var isAwaited = board.IsAwaited(step);
        var ids = new List<string>();
        await foreach (var job in step.Sweep is null ? OneAsync(step, requests.First(), cancellationToken) : ManyAsync(step, requests, cancellationToken))
        {
            submitted(job);
            await _jobs.Writer.WriteAsync(job, cancellationToken);
            if (isAwaited) // else a sweep may be too long to keep its ids
                ids.Add(job.JobId);
        }

        return isAwaited && ids.Count < step.JobCount ? null : ids;
    }

    private async IAsyncEnumerable<Job> OneAsync(WorkloadStep step, JobRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Job? job;
        try
        {
            job = await _sender.SendAsync(await PrepareAsync(request, cancellationToken), cancellationToken);
        }
        catch (BatchException problem) when (SubmissionErrors.IsOfItem(problem))
        {
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
            cancellationToken);

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

    private async IAsyncEnumerable<JobReference> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync(cancellationToken))
            yield return job;
    }
}
