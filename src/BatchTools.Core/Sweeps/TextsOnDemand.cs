using System.Collections;

namespace BatchTools;

/// <summary>The texts of a long axis in a job name, each made when it is asked for.</summary>
internal sealed class TextsOnDemand(IReadOnlyList<object> values, JobNamePart part, CancellationToken cancellationToken) : IReadOnlyList<string>
{
    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public string this[int index] => part.Write(values[index]);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return part.Write(value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
