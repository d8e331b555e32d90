namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A resource is gone.</summary>
internal sealed class ResourceRemoved(string Kind, string Id) : StateChange
{
    public override void Apply(StateStatements statements) => statements.RemoveResource(Kind, Id);
}
