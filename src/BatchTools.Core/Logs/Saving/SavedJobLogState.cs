namespace BatchTools;

/// <summary>What saving did to a log's file.</summary>
public enum SavedJobLogState
{
    /// <summary>The file holds the whole log.</summary>
    Saved,

    /// <summary>A file that an earlier saving began was completed.</summary>
    Resumed,

    /// <summary>The file holds what there is; the attempt goes on, and saving again adds what comes.</summary>
    Partial,

    /// <summary>The file was complete before and was left alone.</summary>
    Kept,
}
