namespace BatchTools;

/// <summary>A scheduling policy, by which a queue shares its capacity, as it was when it was looked at.</summary>
public sealed class SchedulingPolicy : IDescribed
{
    /// <summary>The name.</summary>
    public required string SchedulingPolicyName { get; init; }

    /// <summary>The ARN.</summary>
    public string SchedulingPolicyArn { get; init; } = "";

    /// <summary>The weights of the shares by identifier; a share of half the weight gets twice the compute.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();

    /// <summary>How long usage counts against a share; null: not given.</summary>
    public TimeSpan? ShareDecay { get; init; }

    /// <summary>The part of the capacity that is kept for shares that are not active yet, in percent, 0 to 99.</summary>
    public int? ComputeReservation { get; init; }

    /// <summary>How idle capacity of quota shares is given away; null: the queue has no quota shares.</summary>
    public string? IdleResourceAssignment { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    /// <summary>The service's description.</summary>
    internal Amazon.Batch.Model.SchedulingPolicyDetail? Source { get; init; }

    string IDescribed.Arn => SchedulingPolicyArn;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => SchedulingPolicyName;
}
