using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>The podman or docker of this machine.</summary>
/// <param name="path">The program.</param>
/// <param name="isPodman">It is podman, not docker.</param>
internal sealed class ContainerTool(string path, bool isPodman)
{
    /// <summary>Why there may be no tool.</summary>
    public const string Missing = "neither podman nor docker is on PATH (on Windows containers are not run)";

    public string Path { get; } = path;

    /// <summary>A container can have a pipe of the engine for its outputs, which keeps them in one order.</summary>
    public bool PassesPipes { get; } = isPodman && OperatingSystem.IsLinux(); // elsewhere podman runs containers in a virtual machine

    /// <summary>Finds podman, else docker; null where there is none.</summary>
    public static ContainerTool? Find() => Find(Environment.GetEnvironmentVariable("PATH"));

    public static ContainerTool? Find(string? path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        if (Unix.ExecutablePath.Find("podman", path, "/") is { } podman)
            return new ContainerTool(podman, isPodman: true);
        return Unix.ExecutablePath.Find("docker", path, "/") is { } docker ? new ContainerTool(docker, isPodman: false) : null;
    }

    /// <summary>The arguments that give a container GPUs, by NVIDIA's container toolkit: podman knows them as devices that it describes, docker asks its runtime.</summary>
    public IEnumerable<string> GpuArguments(IReadOnlyList<int> indices)
    {
        if (indices.Count == 0)
            return [];
        return isPodman
            ? indices.SelectMany(static index => new[] { "--device", $"nvidia.com/gpu={index.ToString(CultureInfo.InvariantCulture)}" })
            : ["--gpus", $"\"device={string.Join(',', indices)}\""]; // read as a line of CSV
    }

    /// <summary>Runs the tool to its end, on this thread.</summary>
    /// <param name="arguments">Its arguments; each reaches it as it is.</param>
    /// <param name="variables">Variables beside those of the engine's own process.</param>
    public ToolResult Run(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var info = new ProcessStartInfo(Path)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            info.Environment[name] = value;

        using var process = Start(info, out var fault);
        if (process is null)
            return new ToolResult(ToolResult.NotRun, "", $"{Path}: {fault}");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        // The process has ended and the read with it: nothing is waited for.
#pragma warning disable VSTHRD002
        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error);
#pragma warning restore VSTHRD002
    }

    /// <summary>Runs the tool to its end on this thread.</summary>
    public ToolResult Run(params string[] arguments) => Run(arguments, variables: null);

    // It may have been removed since it was found.
    private static Process? Start(ProcessStartInfo info, out string fault)
    {
        fault = "";
        try
        {
            return Process.Start(info);
        }
        catch (Win32Exception e)
        {
            fault = e.Message;
            return null;
        }
    }
}
