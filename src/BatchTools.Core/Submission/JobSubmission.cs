using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Submits jobs: checked first, at the connection's pace, each only once.</summary>
/// <param name="connection">Where to submit to.</param>
/// <param name="reporter">Hears of jobs that were not submitted, and of the progress.</param>
public sealed class JobSubmission(BatchConnection connection, IReporter reporter)
{
    /// <summary>Checks and submits each request as it comes. A bad one is reported, and the others go on.</summary>
    /// <param name="requests">The jobs; as they come.</param>
    /// <param name="options">How to submit.</param>
    /// <param name="cancellationToken">Ends the submission; jobs that were submitted go on.</param>
    /// <returns>Each job the moment the service took it.</returns>
    /// <exception cref="BatchException">Nothing more can be submitted: no permission, no connection.</exception>
    public IAsyncEnumerable<Job> SubmitAsync(
        IAsyncEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        JobPreparation.Check(options);
        return SubmitAsync(requests, options, new SubmissionSet(connection, reporter, options), cancellationToken);
    }

    /// <summary>
    /// Checks all requests before the first is submitted. If one is bad, all that are bad are reported and none is
    /// submitted.
    /// </summary>
    /// <param name="requests">The jobs.</param>
    /// <param name="options">How to submit.</param>
    /// <param name="cancellationToken">Ends the submission; jobs that were submitted go on.</param>
    /// <returns>Each job the moment the service took it.</returns>
    /// <exception cref="BatchException">Nothing more can be submitted: no permission, no connection.</exception>
    public async IAsyncEnumerable<Job> SubmitAsync(
        IReadOnlyList<JobRequest> requests, SubmitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        JobPreparation.Check(options);
        await using var set = new SubmissionSet(connection, reporter, options with { Expected = options.Expected ?? requests.Count });
        var preparation = new JobPreparation(connection, reporter, options, new SubmissionSet(connection, reporter, options));
        var sound = true;
        await foreach (var error in CheckAsync(requests, preparation, cancellationToken))
        {
            sound = false;
            reporter.Error(error);
        }

        if (!sound)
            yield break;
        var prepared = preparation.For(set).PrepareAsync(requests.ToStreamAsync(cancellationToken), cancellationToken);
        var dispatch = new JobDispatch(connection, reporter, options with { Expected = options.Expected ?? requests.Count }, set);
        await foreach (var job in dispatch.SendAsync(prepared, cancellationToken))
            yield return job;
        set.Complete();
    }

    /// <summary>Submits into a set that the caller may use for more.</summary>
    internal IAsyncEnumerable<Job> SubmitIntoAsync(
        SubmissionSet set, IAsyncEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken, UnfinishedLimit? whole = null) =>
        new JobDispatch(connection, reporter, options, set, whole)
            .SendAsync(new JobPreparation(connection, reporter, options, set).PrepareAsync(requests, cancellationToken), cancellationToken);

    /// <summary>Checks requests without submitting them.</summary>
    /// <param name="requests">The jobs.</param>
    /// <param name="options">How they would be submitted.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What is wrong with them, each problem once; nothing if they can be submitted.</returns>
    public IAsyncEnumerable<BatchException> CheckAsync(
        IEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        JobPreparation.Check(options);
        return CheckAsync(requests, new JobPreparation(connection, reporter, options, new SubmissionSet(connection, reporter, options)), cancellationToken);
    }

    private async IAsyncEnumerable<Job> SubmitAsync(
        IAsyncEnumerable<JobRequest> requests, SubmitOptions options, SubmissionSet set, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (set)
        {
            await foreach (var job in SubmitIntoAsync(set, requests, options, cancellationToken))
                yield return job;
            set.Complete();
        }
    }

    private static async IAsyncEnumerable<BatchException> CheckAsync(
        IEnumerable<JobRequest> requests, JobPreparation preparation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var problems = new Problems();
        foreach (var request in requests)
        {
            BatchException? problem = null;
            try
            {
                await preparation.PrepareAsync(request, cancellationToken);
            }
            catch (BatchException error) when (SubmissionErrors.IsOfItem(error))
            {
                problem = error;
            }

            if (problem is not null && problems.IsNew(problem))
                yield return problem;
        }
    }
}
