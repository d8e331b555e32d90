using System.Globalization;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>
/// The kernel's count of processes that a container's memory limit has ended. podman's own note of it is missing where its
/// monitor does not understand the kernel's control groups.
/// </summary>
internal sealed class ContainerMemory
{
    private const string Root = "/sys/fs/cgroup";
    private const string Counter = "oom_kill ";

    private readonly string? _file;

    /// <summary>Finds the control group of a container's main process.</summary>
    public ContainerMemory(int processId)
    {
        foreach (var line in Lines($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/cgroup"))
        {
            // hierarchy:controllers:path; the second version has one hierarchy, numbered 0, for all.
            var parts = line.Split(':', 3);
            if (parts is [_, var controllers, var path] && controllers.Split(',').Contains("memory"))
                _file = $"{Root}/memory{path}/memory.oom_control";
            else if (parts is ["0", "", var unified])
                _file ??= $"{Root}{unified}/memory.events";
        }
    }

    /// <summary>Whether the limit has ended a process; known until a moment after the main process's end.</summary>
    public bool WasExceeded() =>
        _file is not null && Lines(_file).Any(static line => line.StartsWith(Counter, StringComparison.Ordinal) && line.AsSpan(Counter.Length).Trim() is not "0");

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // gone with the container, or not there on this machine
        }
    }
}
