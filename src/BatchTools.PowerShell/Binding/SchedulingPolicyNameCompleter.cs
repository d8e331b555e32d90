namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of scheduling policies.</summary>
public sealed class SchedulingPolicyNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new SchedulingPolicies(connection, SilentReporter.Instance).GetAsync([], cancellationToken),
        policy => new(policy.SchedulingPolicyName, $"{policy.SchedulingPolicyName}: {policy.Shares.Count} shares"));

    private protected override NameCache Cache => Names;
}
