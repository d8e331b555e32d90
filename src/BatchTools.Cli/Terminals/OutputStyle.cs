namespace BatchTools.Cli.Terminals;

/// <summary>What a command was asked to write.</summary>
/// <param name="Json">Results as JSON, one object a line.</param>
/// <param name="Quiet">Nothing but errors and what the command is for.</param>
/// <param name="Verbose">Also what is done on the way.</param>
internal readonly record struct OutputStyle(bool Json, bool Quiet, bool Verbose)
{
    /// <summary>Whether words and tables for people are wanted.</summary>
    public bool IsForPeople => !Json && !Quiet;
}
