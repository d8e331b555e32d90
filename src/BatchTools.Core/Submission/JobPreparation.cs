using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Checks requests one after the other, and makes them ready to be sent.</summary>
internal sealed class JobPreparation(BatchConnection connection, IReporter reporter, SubmitOptions options, SubmissionSet set)
{
    private const int LongestWorkloadName = 256;

    private SubmissionTargets _targets = new(connection, reporter);

    /// <summary>Holds the options of the call themselves against their bounds.</summary>
    /// <exception cref="BatchException">One is out of range.</exception>
    public static void Check(SubmitOptions options)
    {
        if (options.ThrottleLimit is { } limit and < 1)
            throw BatchException.For(nameof(Messages.ThrottleLimitInvalid), ErrorKind.InvalidInput, limit, limit);
        if (options.Workload is { } workload && workload.Length is 0 or > LongestWorkloadName)
            throw BatchException.For(nameof(Messages.WorkloadNameInvalid), ErrorKind.InvalidInput, options.Workload, options.Workload);
    }

    /// <summary>The same for another set; what was looked up is not looked up again.</summary>
    public JobPreparation For(SubmissionSet other) => new(connection, reporter, options, other) { _targets = _targets };

    /// <summary>Makes one request ready.</summary>
    /// <exception cref="BatchException">What is wrong with it.</exception>
    public async Task<PreparedJob> PrepareAsync(JobRequest job, CancellationToken cancellationToken)
    {
        var request = RequestBuilder.ToRequest(job, options);
        var point = set.Stamp(request);
        var text = RequestRules.Check(request);
        await _targets.CheckQueueAsync(request.JobQueue!, cancellationToken);
        var definition = await _targets.DefinitionAsync(request.JobDefinition!, cancellationToken);
        if (definition is not null && ParameterReferences.Missing(definition.Source, request) is { Count: > 0 } missing)
        {
            throw BatchException.For(
                nameof(Messages.ParameterValuesMissing), ErrorKind.InvalidInput, job,
                job.JobName, string.Join(", ", missing.Select(name => $"Ref::{name}")), definition);
        }

        return new PreparedJob(request, text, definition, point);
    }

    /// <summary>Makes requests ready as they come. A bad one is reported, one that has a known cause only counted.</summary>
    public async IAsyncEnumerable<PreparedJob> PrepareAsync(
        IAsyncEnumerable<JobRequest> jobs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var problems = new Problems();
        await foreach (var job in jobs.WithCancellation(cancellationToken))
        {
            PreparedJob prepared;
            try
            {
                prepared = await PrepareAsync(job, cancellationToken);
            }
            catch (BatchException error) when (SubmissionErrors.IsOfItem(error))
            {
                if (problems.IsNew(error))
                    reporter.Error(error);
                continue;
            }

            yield return prepared;
        }

        foreach (var (error, more) in problems.Repeated)
            reporter.Warning(string.Format(System.Globalization.CultureInfo.InvariantCulture, Messages.MoreNotSubmitted, more, error.Message));
    }
}
