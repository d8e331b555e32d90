namespace BatchTools.LocalEngine.Logs;

/// <summary>A group is kept no longer.</summary>
internal sealed class GroupRemoved(long group) : LogWrite
{
    public override void Apply(LogStatements statements) => statements.RemoveGroup(group);
}
