namespace BatchTools.LocalEngine.Running;

/// <summary>
/// The variable by which an attempt's processes are known again, also those that left its process group or outlived a killed engine:
/// <c>BATCHTOOLS_ATTEMPT=&lt;engine&gt;.&lt;attempt&gt;</c>.
/// </summary>
internal static class AttemptMark
{
    public const string Variable = "BATCHTOOLS_ATTEMPT";

    /// <summary>What the marks of all attempts of an engine begin with.</summary>
    public static string OfEngine(string engineId) => engineId + ".";

    public static string OfAttempt(string engineId, string attemptId) => OfEngine(engineId) + attemptId;
}
