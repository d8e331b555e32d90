namespace BatchTools.LocalEngine.Logs;

/// <summary>A group's events from before a time are kept no longer.</summary>
internal sealed class EventsExpired(long group, long before) : LogWrite
{
    public override void Apply(LogStatements statements) => statements.RemoveExpired(group, before);
}
