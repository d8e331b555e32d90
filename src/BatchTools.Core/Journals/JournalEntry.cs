namespace BatchTools.Journals;

/// <summary>One submission as the journal knows it: to be sent, perhaps sent, or answered.</summary>
internal sealed class JournalEntry
{
    /// <summary>What the job is tagged with.</summary>
    public required string Key { get; init; }

    /// <summary>What is submitted once within the workload; the key of a forced repetition differs from it.</summary>
    public required string Point { get; init; }

    /// <summary>When it was written down, in milliseconds since 1970; it was not sent before.</summary>
    public required long At { get; init; }

    /// <summary>The request as JSON, as long as it may have to be sent; empty once it is answered.</summary>
    public ReadOnlyMemory<byte> Request { get; set; }

    /// <summary>Who is to send it.</summary>
    public string Session { get; set; } = "";

    /// <summary>Whether who was to send it gave up, not knowing whether the service took it.</summary>
    public bool IsLeft { get; set; }

    /// <summary>The id of the job; null while the service's answer is not known.</summary>
    public string? JobId { get; set; }

    /// <summary>The place among the answered ones.</summary>
    public int Place { get; set; }
}
