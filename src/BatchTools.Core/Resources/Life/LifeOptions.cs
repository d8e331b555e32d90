namespace BatchTools;

/// <summary>How a resource is changed.</summary>
internal sealed record LifeOptions
{
    /// <summary>The time that a change may take where the user sets no other.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(10);

    /// <summary>Whether to wait until the change is complete, and not only until the service took it.</summary>
    public bool Wait { get; init; }

    /// <summary>How long all steps of a change may take together.</summary>
    public TimeSpan Limit { get; init; } = DefaultLimit;

    /// <summary>Asks before a change is made. Default: every change may be made.</summary>
    public Consent Consent { get; init; } = static (_, _) => Task.FromResult(true);
}
