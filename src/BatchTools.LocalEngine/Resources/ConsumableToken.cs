namespace BatchTools.LocalEngine.Resources;

/// <summary>A clientToken that an update of a consumable resource was made with.</summary>
/// <param name="Resource">The resource's name.</param>
/// <param name="Token">The token.</param>
/// <param name="At">When, in milliseconds since 1970.</param>
internal sealed record ConsumableToken(string Resource, string Token, long At)
{
    private static readonly long Lifetime = (long)TimeSpan.FromHours(8).TotalMilliseconds;

    /// <summary>Whether the token counts no more.</summary>
    public bool IsOld(long now) => At < now - Lifetime;
}
