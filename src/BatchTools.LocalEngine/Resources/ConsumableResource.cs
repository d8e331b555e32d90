using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A consumable resource: how much of it there is, and how much jobs that are starting or running hold.</summary>
internal sealed class ConsumableResource(long sequence, DescribeConsumableResourceResponse detail)
{
    public const string Replenishable = "REPLENISHABLE";
    public const string NonReplenishable = "NON_REPLENISHABLE";

    private readonly Dictionary<string, ConsumableToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, without what is in use; never changed in place.</summary>
    public DescribeConsumableResourceResponse Detail { get; set; } = detail;

    public string Name => Detail.ConsumableResourceName!;

    public string Arn => Detail.ConsumableResourceArn!;

    public long Total => Detail.TotalQuantity ?? 0;

    /// <summary>What jobs that are starting or running hold.</summary>
    public long InUse { get; private set; }

    /// <summary>What jobs can have still; less than nothing has been left where the total was lowered under what is in use.</summary>
    public long Available => Math.Max(0, Total - InUse);

    public void Take(long quantity) => InUse += quantity;

    /// <summary>A job gives back what it held.</summary>
    /// <returns>Whether the total has changed: what is not replenishable is used up.</returns>
    public bool Return(long quantity)
    {
        InUse -= quantity;
        if (Detail.ResourceType != NonReplenishable)
            return false;
        SetTotal(Math.Max(0, Total - quantity));
        return true;
    }

    public void SetTotal(long total)
    {
        Detail = Detail.Clone();
        Detail.TotalQuantity = total;
    }

    /// <summary>Whether an update with that token was made; see <see cref="ForgetTokens"/>.</summary>
    public bool Knows(string token) => _tokens.ContainsKey(token);

    /// <summary>An update with a token was made.</summary>
    public void Remember(ConsumableToken token) => _tokens[token.Token] = token;

    /// <summary>Forgets the tokens that are older than 8 hours, or all.</summary>
    /// <param name="now">Milliseconds since 1970; null for all.</param>
    /// <returns>Those tokens.</returns>
    public IReadOnlyList<ConsumableToken> ForgetTokens(long? now)
    {
        var forgotten = _tokens.Values.Where(token => now is not { } time || token.IsOld(time)).ToList();
        foreach (var token in forgotten)
            _tokens.Remove(token.Token);
        return forgotten;
    }

    public DescribeConsumableResourceResponse Describe()
    {
        var described = Detail.Clone();
        described.InUseQuantity = InUse;
        described.AvailableQuantity = Available;
        return described;
    }
}
