namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>What became of a call of podman or docker.</summary>
/// <param name="ExitCode">0 where it did what it was asked to.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The exit code of a tool that could not be run at all.</summary>
    public const int NotRun = -1;

    /// <summary>The reason for a failure: the last thing that the tool said.</summary>
    public string Fault => FaultIn(Error.Length > 0 ? Error : Output);

    public static string FaultIn(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.LastOrDefault(static line => line.StartsWith("Error", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "";
        return line.StartsWith("Error: ", StringComparison.Ordinal) ? line["Error: ".Length..] : line;
    }
}
