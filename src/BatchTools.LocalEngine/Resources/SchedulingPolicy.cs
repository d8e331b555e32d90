using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A scheduling policy.</summary>
internal sealed class SchedulingPolicy(long sequence, SchedulingPolicyDetail detail)
{
    /// <summary>The window, in seconds, of a policy that names none or 0.</summary>
    public const int DefaultDecaySeconds = 600;

    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, never changed in place.</summary>
    public SchedulingPolicyDetail Detail { get; set; } = detail;

    public string Name => Detail.Name!;

    public string Arn => Detail.Arn!;

    /// <summary>Milliseconds for which used vCPUs count.</summary>
    public long DecayTime => (Detail.FairsharePolicy?.ShareDecaySeconds is > 0 and var seconds ? seconds : DefaultDecaySeconds) * 1000L;

    /// <summary>The part of the vCPUs, 0 to 0.99, that is kept for shares that are not active yet, for one active share.</summary>
    public double ComputeReservation => (Detail.FairsharePolicy?.ComputeReservation ?? 0) / 100.0;

    /// <summary>Whether one of its entries stands for all shares that begin alike.</summary>
    public bool HasGroups => Detail.FairsharePolicy?.ShareDistribution?.Exists(static entry => entry.ShareIdentifier?.EndsWith('*') == true) == true;

    /// <summary>The share's entry of the policy, its own before one with <c>*</c>; null where the policy does not name it.</summary>
    public ShareAttributes? EntryOf(string shareIdentifier)
    {
        var entries = Detail.FairsharePolicy?.ShareDistribution ?? [];
        return entries.Find(entry => entry.ShareIdentifier == shareIdentifier)
            ?? entries.Find(entry => entry.ShareIdentifier is [.. var prefix, '*'] && shareIdentifier.StartsWith(prefix, StringComparison.Ordinal));
    }
}
