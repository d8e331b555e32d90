using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A consumable resource: how much of it there is, and how much jobs that are starting or running hold.</summary>
internal sealed class ConsumableResource(long sequence, DescribeConsumableResourceResponse detail)
{
    public const string Replenishable = "REPLENISHABLE";
    public const string NonReplenishable = "NON_REPLENISHABLE";

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(8);
    private readonly Dictionary<string, long> _tokens = new(StringComparer.Ordinal);

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

    /// <summary>Whether an update with that token was made in the last 8 hours; if not, it counts as made.</summary>
    public bool IsRepeated(string? token, long now)
    {
        if (token is null)
            return false;
        foreach (var old in _tokens.Where(entry => entry.Value < now - (long)TokenLifetime.TotalMilliseconds).Select(static entry => entry.Key).ToList())
            _tokens.Remove(old);
        return !_tokens.TryAdd(token, now);
    }

    public DescribeConsumableResourceResponse Describe()
    {
        var described = Detail.Clone();
        described.InUseQuantity = InUse;
        described.AvailableQuantity = Available;
        return described;
    }
}
