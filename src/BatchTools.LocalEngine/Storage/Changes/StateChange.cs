namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A change on its way to disk. It holds all that it writes, for memory has gone on when it is written.</summary>
internal abstract class StateChange
{
    /// <summary>The change rests on what was done to the logs before it, so that must be on disk first.</summary>
    public virtual bool NeedsLogs => false;

    public abstract void Apply(StateStatements statements);
}
