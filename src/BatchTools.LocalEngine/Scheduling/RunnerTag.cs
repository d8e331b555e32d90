using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Running.Containers;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>The tag by which a compute environment asks for a runner: <c>batchtools:runner</c> = process, container or simulated.</summary>
internal static class RunnerTag
{
    public const string Key = "batchtools:runner";

    private static readonly Dictionary<string, RunnerKind> Kinds = new(StringComparer.Ordinal)
    {
        ["process"] = RunnerKind.Process,
        ["container"] = RunnerKind.Container,
        ["simulated"] = RunnerKind.Simulated,
    };

    /// <summary>The runner that the tags ask for; null for the engine's own.</summary>
    public static RunnerKind? Read(Dictionary<string, string>? tags) =>
        tags?.GetValueOrDefault(Key) is { } text && Kinds.TryGetValue(text, out var kind) ? kind : null;

    /// <exception cref="ServiceError">ClientException: there is no such runner, or this machine has nothing to run containers with.</exception>
    public static void Check(Dictionary<string, string>? tags)
    {
        if (tags?.GetValueOrDefault(Key) is not { } text)
            return;
        if (!Kinds.ContainsKey(text))
            throw ServiceError.Client($"Tag {Key} is '{Shortened.Text(text)}'; it takes {string.Join(", ", Kinds.Keys)}.");
        if (Kinds[text] == RunnerKind.Container && ContainerTool.Find() is null)
            throw ServiceError.Client($"Tag {Key} is '{text}', and {ContainerTool.Missing}. Install one of them, or leave the tag out.");
    }
}
