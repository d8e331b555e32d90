using System.Runtime.CompilerServices;
using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Finds, creates, changes and deletes scheduling policies.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
internal sealed class SchedulingPolicies(BatchConnection connection, IReporter reporter) : DescribedResources<SchedulingPolicy>(connection, reporter)
{
    private const int MostInOneCall = 100;

    /// <inheritdoc/>
    protected override string Kind => "scheduling policy";

    /// <summary>Creates a policy.</summary>
    /// <exception cref="BatchException">It is wrong, or exists already.</exception>
    public async Task<SchedulingPolicy> CreateAsync(CreateSchedulingPolicyRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.Name);
        var answer = await CallAsync("CreateSchedulingPolicy", name, token => Connection.Batch.CreateSchedulingPolicyAsync(request, token), cancellationToken);
        return await FindAsync(answer.Arn, cancellationToken);
    }

    /// <summary>Changes a policy; what the request does not give stays as it is.</summary>
    /// <param name="request">The change; its ARN may be a name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BatchException">There is no such policy, or the change is wrong.</exception>
    public async Task<SchedulingPolicy> UpdateAsync(UpdateSchedulingPolicyRequest request, CancellationToken cancellationToken)
    {
        await CompleteAsync(request, cancellationToken);
        await CallAsync("UpdateSchedulingPolicy", ArnName.Of(request.Arn), token => Connection.Batch.UpdateSchedulingPolicyAsync(request, token), cancellationToken);
        return await FindAsync(request.Arn, cancellationToken);
    }

    /// <summary>Fills in what a change leaves out, as the service replaces the policy as a whole.</summary>
    /// <returns>The policy as it is.</returns>
    public async Task<SchedulingPolicy> CompleteAsync(UpdateSchedulingPolicyRequest request, CancellationToken cancellationToken)
    {
        var policy = await FindAsync(request.Arn, cancellationToken);
        request.Arn = policy.SchedulingPolicyArn;
        if (request.FairsharePolicy is { } wanted && policy.Source?.FairsharePolicy is { } old)
        {
            wanted.ComputeReservation ??= old.ComputeReservation;
            wanted.ShareDecaySeconds ??= old.ShareDecaySeconds;
            wanted.ShareDistribution ??= old.ShareDistribution;
        }

        return policy;
    }

    /// <summary>Deletes a policy that no queue uses.</summary>
    /// <exception cref="BatchException">A queue uses it.</exception>
    public Task DeleteAsync(SchedulingPolicy policy, CancellationToken cancellationToken) => CallAsync(
        "DeleteSchedulingPolicy", policy.SchedulingPolicyName,
        token => Connection.Batch.DeleteSchedulingPolicyAsync(new() { Arn = policy.SchedulingPolicyArn }, token), cancellationToken);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<SchedulingPolicy> DescribeAsync(
        IReadOnlyList<string>? names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var arns in ArnsAsync(names, cancellationToken).InChunksAsync(MostInOneCall, cancellationToken))
        {
            var answer = await CallAsync(
                "DescribeSchedulingPolicies", arns is [var one] ? one : "scheduling policies",
                token => Connection.Batch.DescribeSchedulingPoliciesAsync(new() { Arns = [.. arns] }, token), cancellationToken);
            foreach (var policy in answer.SchedulingPolicies ?? [])
                yield return ToSchedulingPolicy(policy);
        }
    }

    // Policies are described by ARN alone; a name has to be looked for.
    private async IAsyncEnumerable<string> ArnsAsync(IReadOnlyList<string>? names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var arn in names?.Where(ArnName.IsArn) ?? [])
            yield return arn;
        if (names?.All(ArnName.IsArn) == true)
            yield break;
        var request = new ListSchedulingPoliciesRequest();
        do
        {
            var answer = await CallAsync("ListSchedulingPolicies", "scheduling policies", token => Connection.Batch.ListSchedulingPoliciesAsync(request, token), cancellationToken);
            foreach (var arn in (answer.SchedulingPolicies ?? []).Select(one => one.Arn!).Where(arn => names?.Contains(ArnName.Of(arn)) ?? true))
                yield return arn;
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private SchedulingPolicy ToSchedulingPolicy(SchedulingPolicyDetail detail) => new()
    {
        SchedulingPolicyName = detail.Name ?? "",
        SchedulingPolicyArn = detail.Arn ?? "",
        Shares = (detail.FairsharePolicy?.ShareDistribution ?? []).ToDictionary(share => share.ShareIdentifier ?? "", share => ShapeWriter.AsWritten(share.WeightFactor ?? 1)),
        ShareDecay = detail.FairsharePolicy?.ShareDecaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        ComputeReservation = detail.FairsharePolicy?.ComputeReservation,
        IdleResourceAssignment = detail.QuotaSharePolicy?.IdleResourceAssignmentStrategy?.Value,
        Tags = NameValues.ToDictionary(detail.Tags),
        Connection = Connection,
        Raw = ShapeWriter.ToPlainData(detail),
        Source = detail,
    };
}
