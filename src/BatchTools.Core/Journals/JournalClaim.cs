namespace BatchTools.Journals;

/// <summary>What came of the wish to submit something.</summary>
internal enum JournalClaim
{
    /// <summary>It is written down, and is the caller's to send.</summary>
    New,

    /// <summary>Someone wrote it down and was stopped: it is the caller's to look for and, where it is missing, to send.</summary>
    TakenUp,

    /// <summary>It was submitted before.</summary>
    Known,

    /// <summary>Someone else is about to submit it.</summary>
    Busy,
}
