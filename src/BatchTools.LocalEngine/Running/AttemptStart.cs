namespace BatchTools.LocalEngine.Running;

/// <summary>What a runner needs to know of an attempt.</summary>
/// <param name="Command">The program and its arguments; never empty.</param>
/// <param name="Environment">The whole environment of the process.</param>
/// <param name="WorkingDirectory">Where it starts.</param>
/// <param name="Output">Takes standard output and standard error.</param>
internal sealed record AttemptStart(
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory,
    IOutputSink Output);
