namespace BatchTools;

/// <summary>An environment, a queue, a definition, a policy or a consumable resource as a workload file describes it.</summary>
public sealed record WorkloadResource
{
    /// <summary>What it is: job queue, compute environment, job definition, scheduling policy, consumable resource.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The request that makes it, as plain data in the shape and words of AWS.</summary>
    public required IReadOnlyDictionary<string, object?> Request { get; init; }

    /// <summary>Its place in the file, as <c>file(line,column)</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
