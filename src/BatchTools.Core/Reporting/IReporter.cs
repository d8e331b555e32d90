namespace BatchTools;

/// <summary>How a running operation speaks to its host. Every member may be called from any thread.</summary>
public interface IReporter
{
    /// <summary>One item failed; the operation goes on with the others.</summary>
    /// <param name="error">What failed, with the item as its target.</param>
    void Error(BatchException error);

    /// <summary>Something the user should know, though the operation goes on.</summary>
    /// <param name="message">One sentence.</param>
    void Warning(string message);

    /// <summary>How the operation went, where that is nothing to be warned of; told unless somebody asked for silence.</summary>
    /// <param name="message">One sentence.</param>
    void Note(string message);

    /// <summary>What the operation does, for those who ask for details.</summary>
    /// <param name="message">One sentence.</param>
    void Verbose(string message);

    /// <summary>How far the operation is. A host may drop all but the latest of an activity.</summary>
    /// <param name="update">The state of one activity.</param>
    void Progress(ProgressUpdate update);
}
