using System.Globalization;
using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>Writes what a job asks of its container as arguments of <c>podman create</c> and <c>docker create</c>.</summary>
internal static class ContainerArguments
{
    /// <param name="needs">What the job asks for.</param>
    /// <param name="command">The command; empty for the image's own.</param>
    /// <param name="variables">The arguments that hand over variables and GPUs.</param>
    /// <param name="settings">The user's own arguments.</param>
    /// <param name="processFile">Where a podman that gives the container the engine's pipe writes its main process's id; null for other tools.</param>
    /// <exception cref="AttemptStartException">A mount point names a volume that is not there.</exception>
    public static List<string> Create(ContainerNeeds needs, IReadOnlyList<string> command, IEnumerable<string> variables, IEnumerable<string> settings, string? processFile)
    {
        var properties = needs.Properties;
        List<string> arguments = ["create", "--name", needs.Name];
        if (processFile is not null)
            arguments.AddRange(["--log-driver", "passthrough", "--http-proxy=false", "--pidfile", processFile]);
        arguments.AddRange(settings);
        arguments.AddRange(variables);
        // Neither tool takes more than the machine has.
        arguments.AddRange(["--cpus", Number(Math.Min(needs.Vcpus, Environment.ProcessorCount))]);
        if (needs.Memory is { } memory)
            arguments.AddRange(["--memory", Mebibytes(memory), "--memory-swap", Mebibytes(memory + (properties.LinuxParameters?.MaxSwap ?? 0))]);
        if (properties.User is { Length: > 0 } user)
            arguments.AddRange(["--user", user]);
        if (properties.ReadonlyRootFilesystem == true)
            arguments.Add("--read-only");
        if (properties.Privileged == true)
            arguments.Add("--privileged");
        foreach (var limit in properties.Ulimits ?? [])
            arguments.AddRange(["--ulimit", $"{limit.Name}={Number(limit.SoftLimit ?? 0)}:{Number(limit.HardLimit ?? 0)}"]);
        AddLinuxParameters(arguments, properties.LinuxParameters);
        foreach (var mount in properties.MountPoints ?? [])
            arguments.AddRange(["--mount", Mount(mount, needs)]);

        // What follows is the job's own, and none of it is an option.
        return [.. arguments, "--", properties.Image!, .. command];
    }

    private static void AddLinuxParameters(List<string> arguments, LinuxParameters? parameters)
    {
        if (parameters is null)
            return;
        if (parameters.InitProcessEnabled == true)
            arguments.Add("--init");
        if (parameters.SharedMemorySize is { } shared)
            arguments.AddRange(["--shm-size", Mebibytes(shared)]);
        foreach (var tmpfs in parameters.Tmpfs ?? [])
            arguments.AddRange(["--tmpfs", $"{tmpfs.ContainerPath}:{string.Join(',', [$"size={Mebibytes(tmpfs.Size ?? 0)}", .. tmpfs.MountOptions ?? []])}"]);
        foreach (var device in parameters.Devices ?? [])
            arguments.AddRange(["--device", $"{device.HostPath}:{device.ContainerPath ?? device.HostPath}:{Permissions(device)}"]);
    }

    private static string Mount(MountPoint mount, ContainerNeeds needs)
    {
        var volume = needs.Properties.Volumes?.Find(volume => volume.Name == mount.SourceVolume)
            ?? throw new AttemptStartException($"the mount point '{mount.ContainerPath}' names the volume '{mount.SourceVolume}', which the job definition does not have");
        if (volume.EfsVolumeConfiguration is not null)
            throw new AttemptStartException($"the volume '{volume.Name}' is on EFS, which this machine does not have; give a host volume");
        List<string> fields = volume.Host?.SourcePath is { Length: > 0 } path
            ? ["type=bind", Field($"source={path}")]
            : ["type=volume", .. needs.SharedName(volume) is { } shared ? [Field($"source={shared}")] : Array.Empty<string>()];
        fields.Add(Field($"target={mount.ContainerPath}"));
        if (mount.ReadOnly == true)
            fields.Add("readonly");
        return string.Join(',', fields);
    }

    // Both tools read the option as a line of CSV.
    private static string Field(string text) => text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Permissions(Device device) =>
        device.Permissions is { Count: > 0 } permissions ? string.Concat(permissions.Select(static permission => char.ToLowerInvariant(permission.ToString()[0]))) : "rwm";

    private static string Mebibytes(decimal count) => $"{Number(count)}m";

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
