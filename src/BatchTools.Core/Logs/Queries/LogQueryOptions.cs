namespace BatchTools;

/// <summary>What CloudWatch Logs Insights is asked.</summary>
public sealed record LogQueryOptions
{
    /// <summary>The query, in the language of CloudWatch Logs Insights.</summary>
    public required string Query { get; init; }

    /// <summary>The group to search whole, in place of the logs of jobs. Default: the logs of the jobs.</summary>
    public string? LogGroup { get; init; }

    /// <summary>Only lines from this time on. Default: from the start of the first job; of a whole group, of the last 24 hours.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Only lines before this time. Default: to the end of the last job, or now.</summary>
    public DateTime? Until { get; init; }
}
