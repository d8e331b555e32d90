namespace BatchTools;

/// <summary>Tells an error's first time from its repetitions, as of a queue that many jobs name.</summary>
internal sealed class Problems
{
    private readonly Dictionary<BatchException, int> _repetitions = new(ReferenceEqualityComparer.Instance);

    /// <summary>The errors that came more than once, and how often more.</summary>
    public IEnumerable<(BatchException Error, int More)> Repeated =>
        _repetitions.Where(one => one.Value > 0).Select(one => (one.Key, one.Value));

    /// <summary>Whether the error comes for the first time.</summary>
    public bool IsNew(BatchException error)
    {
        var isNew = !_repetitions.TryGetValue(error, out var count);
        _repetitions[error] = isNew ? 0 : count + 1;
        return isNew;
    }
}
