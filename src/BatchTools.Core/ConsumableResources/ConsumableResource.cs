namespace BatchTools;

/// <summary>A resource that jobs take some of while they run, such as licences, as it was when it was looked at.</summary>
public sealed class ConsumableResource : IDescribed
{
    /// <summary>The name.</summary>
    public required string ConsumableResourceName { get; init; }

    /// <summary>The ARN.</summary>
    public string ConsumableResourceArn { get; init; } = "";

    /// <summary>Whether jobs give back what they take.</summary>
    public ConsumableResourceType ResourceType { get; init; }

    /// <summary>How much there is of it.</summary>
    public long TotalQuantity { get; init; }

    /// <summary>How much jobs hold of it.</summary>
    public long InUseQuantity { get; init; }

    /// <summary>How much is free.</summary>
    public long AvailableQuantity { get; init; }

    /// <summary>When it was created.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    string IDescribed.Arn => ConsumableResourceArn;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => ConsumableResourceName;
}
