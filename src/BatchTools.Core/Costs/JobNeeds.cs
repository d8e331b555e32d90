namespace BatchTools;

/// <summary>What a job takes, of what AWS charges by the hour.</summary>
/// <param name="Vcpu">Its vCPUs; null where they are not told.</param>
/// <param name="Memory">Its memory in MiB; null where it is not told.</param>
/// <param name="Gpu">Its GPUs.</param>
internal sealed record JobNeeds(decimal? Vcpu, int? Memory, int Gpu)
{
    /// <summary>Its disk in GiB, where it has another than Fargate's own.</summary>
    public int? Storage { get; init; }

    /// <summary>Whether it runs on ARM64.</summary>
    public bool IsArm { get; init; }

    /// <summary>Whether it runs on Windows.</summary>
    public bool IsWindows { get; init; }

    /// <summary>The nodes of a multi-node parallel job, each on an instance of its own; null for other jobs.</summary>
    public int? Nodes { get; init; }

    /// <summary>Gives what it takes, for a sentence.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"{Count(Vcpu)} vCPU", $"{Count(Memory)} MiB" };
        if (Gpu > 0)
            parts.Add($"{Gpu} GPU");
        return string.Join(", ", parts) + (Nodes is { } nodes ? $" on each of {nodes} nodes" : "");
    }

    private static string Count(decimal? number) => number is { } known ? ReportText.Invariant($"{known:#,0.###}") : "?";
}
