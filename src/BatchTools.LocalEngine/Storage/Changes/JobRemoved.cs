namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A job is kept no longer, nor are its children. Its logs go first: without the job nothing would name them any more.</summary>
internal sealed class JobRemoved(long Sequence) : StateChange
{
    public override bool NeedsLogs => true;

    public override void Apply(StateStatements statements) => statements.RemoveJob(Sequence);
}
