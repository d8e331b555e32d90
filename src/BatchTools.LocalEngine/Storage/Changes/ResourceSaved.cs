namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A resource is new or has changed.</summary>
internal sealed class ResourceSaved(string Kind, string Id, long Sequence, byte[] Body) : StateChange
{
    public override void Apply(StateStatements statements) => statements.SaveResource(Kind, Id, Sequence, Body);
}
