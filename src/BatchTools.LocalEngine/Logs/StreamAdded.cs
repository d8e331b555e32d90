namespace BatchTools.LocalEngine.Logs;

/// <summary>A stream is new.</summary>
internal sealed class StreamAdded(long id, long group, string name, long createdAt) : LogWrite
{
    public override void Apply(LogStatements statements) => statements.AddStream(id, group, name, createdAt);
}
