namespace BatchTools.WorkloadFiles;

/// <summary>Gathers what is wrong with an input, so that all of it can be told at once.</summary>
internal sealed class SourceProblems
{
    private readonly List<BatchException> _errors = [];
    private readonly List<BatchException> _oddities = [];

    /// <summary>The errors, in the order in which they were found.</summary>
    public IReadOnlyList<BatchException> Errors => _errors;

    /// <summary>What is odd but not wrong.</summary>
    public IReadOnlyList<BatchException> Oddities => _oddities;

    /// <summary>What is odd but not wrong: one sentence each.</summary>
    public IReadOnlyList<string> Warnings => [.. _oddities.Select(oddity => oddity.Message)];

    /// <summary>Notes an error.</summary>
    public void Add(BatchException error) => _errors.Add(error);

    /// <summary>Notes an error of the input.</summary>
    /// <param name="errorId">The name of its text, whose first placeholder takes the place.</param>
    /// <param name="where">The place.</param>
    /// <param name="args">The other values that the text names.</param>
    public void Add(string errorId, string where, params object?[] args) =>
        Add(BatchException.For(errorId, ErrorKind.InvalidInput, where, [where, .. args]));

    /// <summary>Notes something odd.</summary>
    /// <param name="messageId">The name of its text, whose first placeholder takes the place.</param>
    /// <param name="where">The place.</param>
    /// <param name="args">The other values that the text names.</param>
    public void Warn(string messageId, string where, params object?[] args) =>
        _oddities.Add(BatchException.For(messageId, ErrorKind.InvalidInput, where, [where, .. args]));

    /// <summary>Ends the work if there are errors: with the only one, or with all of them, a line each.</summary>
    /// <exception cref="BatchException">There are errors; of several, the target is their list.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count == 1)
            throw _errors[0];
        if (_errors.Count > 1)
        {
            throw BatchException.For(
                nameof(Messages.SeveralProblems), ErrorKind.InvalidInput, _errors.ToArray(),
                string.Join('\n', _errors.Select(error => error.Message)));
        }
    }
}
