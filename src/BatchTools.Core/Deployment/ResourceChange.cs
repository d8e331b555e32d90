namespace BatchTools;

/// <summary>What is done, or with -WhatIf would be done, with one resource of a file.</summary>
public sealed record ResourceChange
{
    /// <summary>What is done with it.</summary>
    public required ResourceAction Action { get; init; }

    /// <summary>What it is: job queue, compute environment, job definition, scheduling policy, consumable resource.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The members that change, each with its old and its new value.</summary>
    public IReadOnlyList<Difference> Differences { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The connection that it is at.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
