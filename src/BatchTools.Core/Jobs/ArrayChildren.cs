using System.Globalization;
using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>
/// Names the children of array jobs. Their ids are the parent's with the index, so no listing, which would go state by
/// state, is needed.
/// </summary>
internal sealed class ArrayChildren(BatchConnection connection, IReporter reporter)
{
    /// <summary>The children of each array job, all or those at the places asked for. What has none is reported.</summary>
    public async IAsyncEnumerable<JobReference> NamesAsync(
        IAsyncEnumerable<JobReference> parents, IReadOnlyList<int> indexes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (reference, parent) in SizedAsync(parents, cancellationToken))
        {
            if (parent is null)
            {
                reporter.Error(Jobs.NotFound(reference, connection));
            }
            else if (parent.ArraySize is not { } size)
            {
                reporter.Error(BatchException.For(nameof(Messages.NotAnArrayJob), ErrorKind.InvalidInput, parent.JobId, parent.JobId));
            }
            else
            {
                foreach (var index in indexes.Count > 0 ? indexes : Enumerable.Range(0, size))
                {
                    if (index >= 0 && index < size)
                        yield return Child(parent, index);
                    else
                        reporter.Error(BatchException.For(nameof(Messages.ChildIndexOutOfRange), ErrorKind.InvalidInput, parent.JobId, parent.JobId, index, size - 1));
                }
            }
        }
    }

    /// <summary>The child of an array job at a place.</summary>
    public static JobReference Child(Job parent, int index) =>
        JobReference.To(string.Create(CultureInfo.InvariantCulture, $"{parent.JobId}:{index}"), parent.Connection);

    // A job that came from the service tells its size; only bare ids have to be looked up.
    private async IAsyncEnumerable<(JobReference Reference, Job? Parent)> SizedAsync(
        IAsyncEnumerable<JobReference> parents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in parents.InChunksAsync(JobDescriptions.MostInOneCall, cancellationToken))
        {
            var unknown = chunk.Where(reference => reference.Job?.ArraySize is null).ToStreamAsync(cancellationToken);
            var described = new Dictionary<JobReference, Job?>();
            await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, unknown, cancellationToken))
                described[reference] = job;
            foreach (var reference in chunk)
                yield return (reference, described.GetValueOrDefault(reference, reference.Job));
        }
    }
}
