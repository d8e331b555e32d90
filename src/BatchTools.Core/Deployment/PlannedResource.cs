namespace BatchTools;

/// <summary>One resource of a file, held against what exists.</summary>
/// <param name="Change">What is to be done.</param>
/// <param name="Where">Its place in the file.</param>
/// <param name="Apply">Does it; null where nothing is to be done.</param>
internal sealed record PlannedResource(ResourceChange Change, string Where, Func<CancellationToken, Task>? Apply)
{
    /// <summary>Why it can not be done.</summary>
    public IReadOnlyList<BatchException> Obstacles { get; init; } = [];

    /// <summary>What is done, as a question to the host.</summary>
    public ProposedChange Proposal => new(Change.Name, $"{Change.Action} the {Change.Kind}") { Details = Difference.Text(Change.Differences) };

    /// <summary>Does it; what fails says where in the file it comes from.</summary>
    /// <exception cref="BatchException">The service refused it.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Apply is not null)
                await Apply(cancellationToken);
        }
        catch (BatchException problem)
        {
            throw problem.At(Where);
        }
    }
}
