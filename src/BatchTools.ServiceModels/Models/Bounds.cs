namespace BatchTools.ServiceModels.Models;

/// <summary>The least and the greatest value, length or count that a model allows; null where it sets no bound.</summary>
/// <param name="Min">The least, inclusive.</param>
/// <param name="Max">The greatest, inclusive.</param>
internal readonly record struct Bounds(long? Min, long? Max)
{
    /// <summary>Whether there is nothing to check.</summary>
    public bool AreOpen => Min is null && Max is null;
}
