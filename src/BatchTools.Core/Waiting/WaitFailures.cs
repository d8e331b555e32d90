using System.Globalization;

namespace BatchTools;

/// <summary>The failures that a wait has seen, the children of array jobs one by one.</summary>
internal sealed class WaitFailures(JobWatch watch)
{
    private readonly SortedDictionary<FailureClass, int> _classes = [];
    private Job? _first;

    /// <summary>Takes a job that has ended.</summary>
    public void Add(Job job)
    {
        if (job.Status != JobStatus.FAILED)
            return;
        _first ??= job;
        var failure = job.FailureClass ?? FailureClass.Unknown;
        var count = job.ArraySize is null ? 1 : Math.Max(1, job.StatusSummary.GetValueOrDefault(JobStatus.FAILED));
        _classes[failure] = _classes.GetValueOrDefault(failure) + count;
    }

    /// <summary>The error that sums them up; null if nothing failed.</summary>
    public BatchException? Summary() => _first is null ? null : BatchException.For(
        nameof(Messages.JobsFailed), ErrorKind.JobFailed, _first.JobId,
        _classes.Values.Sum(), watch.Tally.Total, Classes, $"'{_first.JobName}' ({_first.JobId}): {_first.FailureReason()}");

    /// <summary>The error for more failures than are borne.</summary>
    /// <param name="limit">What is borne.</param>
    /// <param name="stopped">Whether the unfinished jobs were stopped.</param>
    public BatchException TooMany(FailureLimit limit, bool stopped) => BatchException.For(
        nameof(Messages.TooManyFailures), ErrorKind.JobFailed, _first?.JobId,
        watch.Tally.Of(JobStatus.FAILED), watch.Tally.Total, limit, stopped ? "The unfinished jobs were stopped." : "The unfinished jobs go on; stop them if they are of no use.");

    private string Classes => string.Join(
        ", ", _classes.OrderByDescending(one => one.Value).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value} {one.Key}")));
}
