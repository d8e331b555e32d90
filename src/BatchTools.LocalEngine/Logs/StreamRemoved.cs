namespace BatchTools.LocalEngine.Logs;

/// <summary>A stream is kept no longer.</summary>
internal sealed class StreamRemoved(long group, string name) : LogWrite
{
    public override void Apply(LogStatements statements) => statements.RemoveStream(group, name);
}
