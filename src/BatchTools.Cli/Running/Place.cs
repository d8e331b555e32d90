using BatchTools.LocalEngine;

namespace BatchTools.Cli.Running;

/// <summary>Where a command was asked to work.</summary>
internal sealed record Place
{
    public string? Profile { get; init; }

    public string? Region { get; init; }

    public Uri? Endpoint { get; init; }

    public string? DataDirectory { get; init; }

    /// <summary>How the local engine is opened, if this command opens it.</summary>
    public LocalEngineOptions Engine { get; init; } = new();

    /// <summary>The first option given that says how the engine is opened; null for none.</summary>
    public string? EngineOption { get; init; }

    /// <summary>A profile, a Region or an endpoint says AWS; nothing is sent there, and paid, without being asked for.</summary>
    public bool IsLocal => Profile is null && Region is null && Endpoint is null;

    /// <summary>The options that lead another command to the same place, with a blank before them; empty where the defaults do.</summary>
    public string Options => string.Concat(
        Profile is null ? "" : $" --profile {Profile}",
        Region is null ? "" : $" --region {Region}",
        Endpoint is null ? "" : $" --endpoint {Endpoint}",
        DataDirectory is null ? "" : $" --data {DataDirectory}");
}
