using Amazon.Batch;

namespace BatchTools;

/// <summary>Removes quota shares.</summary>
/// <param name="connection">Where the shares are.</param>
/// <param name="reporter">Hears of each step.</param>
/// <param name="options">How long, and whether to wait for the end.</param>
/// <param name="queues">The queues whose shares are meant, by name or ARN. Empty: all that have a scheduling policy.</param>
internal sealed class QuotaShareLife(BatchConnection connection, IReporter reporter, LifeOptions options, IReadOnlyList<string> queues)
    : ResourceLife<QuotaShare>(connection, reporter, options)
{
    private readonly QuotaShares _shares = new(connection, reporter, queues);

    /// <inheritdoc/>
    protected override string Kind => "quota share";

    /// <inheritdoc/>
    protected override IAsyncEnumerable<QuotaShare> GetAsync(string pattern, CancellationToken cancellationToken) => _shares.GetAsync([pattern], cancellationToken);

    /// <inheritdoc/>
    protected override Task<QuotaShare?> FindAsync(string name, CancellationToken cancellationToken) => _shares.TryFindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override BatchException NotFound(string name) => _shares.NotFound(name);

    /// <inheritdoc/>
    protected override Task<ProposedChange> ProposeRemovalAsync(QuotaShare resource, CancellationToken cancellationToken) => Task.FromResult(new ProposedChange(
        $"{resource} of {resource.JobQueue}", $"{(resource.State == ResourceState.DISABLED ? "Delete" : "Disable and delete")} the quota share"));

    /// <inheritdoc/>
    protected override Task SetStateAsync(ResourceSteps steps, QuotaShare resource, ResourceState state, CancellationToken cancellationToken) => steps.CallAsync(
        new ServiceCall(Connection, "batch:UpdateQuotaShare", $"{resource}"),
        token => Connection.Batch.UpdateQuotaShareAsync(new() { QuotaShareArn = resource.QuotaShareArn, State = QuotaShareState.FindValue($"{state}") }, token),
        cancellationToken);

    /// <inheritdoc/>
    protected override Task DeleteAsync(ResourceSteps steps, QuotaShare resource, CancellationToken cancellationToken) => steps.CallAsync(
        new ServiceCall(Connection, "batch:DeleteQuotaShare", $"{resource}"),
        token => Connection.Batch.DeleteQuotaShareAsync(new() { QuotaShareArn = resource.QuotaShareArn }, token),
        cancellationToken);
}
