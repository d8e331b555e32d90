namespace BatchTools.Cli.Commands;

/// <summary>What a command does with the jobs of a file.</summary>
internal enum FileUse
{
    /// <summary>It only tells what would be done.</summary>
    Plan,

    /// <summary>It submits them, and may wait for them.</summary>
    Submit,
}
