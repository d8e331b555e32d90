using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>The scheduling policies of a file.</summary>
internal sealed class PolicySection(BatchConnection connection, IReporter reporter)
    : ResourceSection<CreateSchedulingPolicyRequest, SchedulingPolicy>(connection, "scheduling policy")
{
    private readonly SchedulingPolicies _policies = new(connection, reporter);

    /// <inheritdoc/>
    protected override Task<SchedulingPolicy?> FindAsync(string name, CancellationToken cancellationToken) => _policies.TryFindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override IReadOnlyList<Difference> Differences(SchedulingPolicy existing, CreateSchedulingPolicyRequest request) =>
        Difference.ByRequest(existing.Raw, ShapeWriter.ToPlainData(request));

    /// <inheritdoc/>
    protected override bool IsFixed(SchedulingPolicy existing, Difference difference) => false;

    /// <inheritdoc/>
    protected override Task CreateAsync(CreateSchedulingPolicyRequest request, CancellationToken cancellationToken) => _policies.CreateAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override async Task ChangeAsync(
        SchedulingPolicy existing, CreateSchedulingPolicyRequest request, IReadOnlyList<Difference> differences, CancellationToken cancellationToken)
    {
        await TagAsync(existing, request.Tags, differences, cancellationToken);
        if (differences.All(one => ChangedMembers.IsAt(one, "tags")))
            return;
        var update = ChangedMembers.Of<UpdateSchedulingPolicyRequest>(request, differences);
        update.Arn = existing.SchedulingPolicyArn;
        await _policies.UpdateAsync(update, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task RemoveAsync(SchedulingPolicy existing, CancellationToken cancellationToken) => _policies.DeleteAsync(existing, cancellationToken);
}
