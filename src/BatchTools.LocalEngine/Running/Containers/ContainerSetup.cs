namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>What containers are run with.</summary>
/// <param name="Tool">podman or docker.</param>
/// <param name="Arguments">The user's own arguments of each container.</param>
/// <param name="Folder">Holds a file for each container that may be there.</param>
/// <param name="Time">The engine's clock.</param>
internal sealed record ContainerSetup(ContainerTool Tool, IReadOnlyList<string> Arguments, string Folder, TimeProvider Time)
{
    private const string ArgumentsVariable = "BATCHTOOLS_CONTAINER_ARGS";

    /// <summary>The arguments that the environment gives, parted at blanks.</summary>
    public static IReadOnlyList<string> ArgumentsOfEnvironment() =>
        (Environment.GetEnvironmentVariable(ArgumentsVariable) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
