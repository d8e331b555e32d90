using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>The compute environments of a file.</summary>
internal sealed class EnvironmentSection(BatchConnection connection, IReporter reporter, LifeOptions options)
    : ResourceSection<CreateComputeEnvironmentRequest, ComputeEnvironment>(connection, Name)
{
    /// <summary>What such a resource is called.</summary>
    public const string Name = "compute environment";

    private static readonly string[] FixedMembers = ["type", "eksConfiguration", "computeResources.spotIamFleetRole"];

    private readonly ComputeEnvironments _environments = new(connection, reporter);

    /// <inheritdoc/>
    protected override void Complete(CreateComputeEnvironmentRequest request) => new EnvironmentCompletion(request, reporter.Warning).Complete();

    /// <inheritdoc/>
    protected override Task<ComputeEnvironment?> FindAsync(string name, CancellationToken cancellationToken) => _environments.FindAsync(name, cancellationToken);

    // The vCPUs that it has at the moment are up to the service.
    /// <inheritdoc/>
    protected override IReadOnlyList<Difference> Differences(ComputeEnvironment existing, CreateComputeEnvironmentRequest request) =>
        [.. EnvironmentContent.Differences(existing, request).Where(one => one.Path != "computeResources.desiredvCpus")];

    /// <inheritdoc/>
    protected override bool IsFixed(ComputeEnvironment existing, Difference difference) =>
        FixedMembers.Any(member => ChangedMembers.IsAt(difference, member))
        || (difference.Path == "computeResources.type" && IsFargate(difference.Old) != IsFargate(difference.New))
        || (difference.Path == "computeResources.allocationStrategy" && difference.New is "BEST_FIT");

    /// <inheritdoc/>
    protected override Task CreateAsync(CreateComputeEnvironmentRequest request, CancellationToken cancellationToken) =>
        _environments.CreateAsync(request, options, cancellationToken);

    /// <inheritdoc/>
    protected override async Task ChangeAsync(
        ComputeEnvironment existing, CreateComputeEnvironmentRequest request, IReadOnlyList<Difference> differences, CancellationToken cancellationToken)
    {
        await TagAsync(existing, request.Tags, differences, cancellationToken);
        if (differences.All(one => ChangedMembers.IsAt(one, "tags")))
            return;
        var update = ChangedMembers.Of<UpdateComputeEnvironmentRequest>(request, differences, "computeResources");
        update.ComputeEnvironment = existing.ComputeEnvironmentName;
        await _environments.UpdateAsync(update, options, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task RemoveAsync(ComputeEnvironment existing, CancellationToken cancellationToken) =>
        new ComputeEnvironmentLife(Connection, reporter, options).RemoveAsync(existing.ComputeEnvironmentName, cancellationToken);

    private static bool IsFargate(object? type) => type is string text && text.StartsWith("FARGATE", StringComparison.Ordinal);
}
