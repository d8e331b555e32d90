namespace BatchTools.LocalEngine.Logs;

/// <summary>Something on its way into the log database.</summary>
internal abstract class LogWrite
{
    public abstract void Apply(LogStatements statements);
}
