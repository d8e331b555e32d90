namespace BatchTools;

/// <summary>For look-ups behind the scenes, where nobody wants to read what went wrong.</summary>
internal sealed class SilentReporter : IReporter
{
    /// <summary>The one there is.</summary>
    public static SilentReporter Instance { get; } = new();

    /// <inheritdoc/>
    public void Error(BatchException error)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public void Note(string message)
    {
    }

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Progress(ProgressUpdate update)
    {
    }
}
