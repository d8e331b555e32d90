namespace BatchTools.LocalEngine.Logs;

/// <summary>A group is new or has another retention.</summary>
internal sealed class GroupSaved(LogGroupEntry group) : LogWrite
{
    public override void Apply(LogStatements statements) => statements.SaveGroup(group);
}
