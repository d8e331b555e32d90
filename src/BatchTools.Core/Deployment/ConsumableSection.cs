using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>The consumable resources of a file.</summary>
internal sealed class ConsumableSection(BatchConnection connection, IReporter reporter)
    : ResourceSection<CreateConsumableResourceRequest, ConsumableResource>(connection, "consumable resource")
{
    private readonly ConsumableResources _resources = new(connection, reporter);

    /// <inheritdoc/>
    protected override Task<ConsumableResource?> FindAsync(string name, CancellationToken cancellationToken) => _resources.TryFindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override IReadOnlyList<Difference> Differences(ConsumableResource existing, CreateConsumableResourceRequest request) =>
        [.. Difference.ByRequest(existing.Raw, ShapeWriter.ToPlainData(request)).Where(one => one.Path != "clientToken")];

    /// <inheritdoc/>
    protected override bool IsFixed(ConsumableResource existing, Difference difference) => difference.Path == "resourceType";

    /// <inheritdoc/>
    protected override Task CreateAsync(CreateConsumableResourceRequest request, CancellationToken cancellationToken) => _resources.CreateAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override async Task ChangeAsync(
        ConsumableResource existing, CreateConsumableResourceRequest request, IReadOnlyList<Difference> differences, CancellationToken cancellationToken)
    {
        await TagAsync(existing, request.Tags, differences, cancellationToken);
        if (differences.Any(one => one.Path == "totalQuantity"))
        {
            var update = new UpdateConsumableResourceRequest { ConsumableResource = existing.ConsumableResourceName, Operation = "SET", Quantity = request.TotalQuantity };
            await _resources.UpdateAsync(update, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override Task RemoveAsync(ConsumableResource existing, CancellationToken cancellationToken) => _resources.DeleteAsync(existing, cancellationToken);
}
