namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the ways to choose among instance types.</summary>
/// <typeparam name="T">The class of the values: those to create an environment with, or to change it to.</typeparam>
public sealed class AllocationStrategyCompleter<T> : ConstantCompleter<T>
{
    private protected override string? Note(string value) => value switch
    {
        "BEST_FIT_PROGRESSIVE" => "The cheapest types that fit, and others when those run out",
        "BEST_FIT_PROGRESSIVE_ORDERED" => "The types in the order that they are given in",
        "BEST_FIT" => "The cheapest type that fits best, and no other",
        "SPOT_CAPACITY_OPTIMIZED" => "Of Spot: the types least likely to be interrupted",
        "SPOT_CAPACITY_OPTIMIZED_PRIORITIZED" => "Of Spot: unlikely to be interrupted, the first of those given before others",
        "SPOT_PRICE_CAPACITY_OPTIMIZED" => "Of Spot: unlikely to be interrupted, and cheap",
        _ => null,
    };
}
