namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A change on its way to disk. It holds all that it writes, for memory has gone on when it is written.</summary>
internal abstract record StateChange
{
    /// <summary>The change tells of an attempt's end, so the attempt's log must be on disk before it.</summary>
    public virtual bool NeedsLogs => false;

    public abstract void Apply(StateStatements statements);
}
