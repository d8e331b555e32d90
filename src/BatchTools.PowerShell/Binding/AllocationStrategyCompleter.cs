using System.Collections;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the ways to choose among instance types.</summary>
public sealed class AllocationStrategyCompleter : SuggestionCompleter
{
    private static readonly Suggestion[] Known =
    [
        new("BEST_FIT_PROGRESSIVE", "The cheapest types that fit, and others when those run out"),
        new("BEST_FIT", "The cheapest type that fits best, and no other"),
        new("SPOT_CAPACITY_OPTIMIZED", "Of Spot: the types least likely to be interrupted"),
        new("SPOT_PRICE_CAPACITY_OPTIMIZED", "Of Spot: unlikely to be interrupted, and cheap"),
    ];

    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) => Known;
}
