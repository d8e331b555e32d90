using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>What a job asks of its container.</summary>
/// <param name="Name">The container's name: one for each attempt, made of the engine's and the task's id.</param>
/// <param name="Properties">The definition's container, whose command and environment are not looked at here.</param>
/// <param name="Vcpus">The processors that it may use.</param>
/// <param name="Memory">The memory in MiB; null for no limit.</param>
/// <param name="Variables">The job's own environment; nothing of the host's.</param>
internal sealed record ContainerNeeds(
    string Name, ContainerProperties Properties, decimal Vcpus, decimal? Memory, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The indices of its GPUs among the machine's.</summary>
    public IReadOnlyList<int> Gpus { get; init; } = [];

    /// <summary>The task that shares its volumes among several containers, by a name of its own; null for a container by itself.</summary>
    public string? TaskName { get; init; }

    /// <summary>The tool's name of a volume without a path on the host; null for one that is this container's alone.</summary>
    public string? SharedName(Volume volume) => TaskName is null || HasPath(volume) ? null : $"{TaskName}-{volume.Name}";

    /// <summary>The tool's names of the volumes that the container shares with others of its task.</summary>
    public IEnumerable<string> SharedVolumes => (Properties.MountPoints ?? [])
        .Select(mount => Properties.Volumes?.Find(volume => volume.Name == mount.SourceVolume))
        .OfType<Volume>()
        .Select(SharedName)
        .OfType<string>()
        .Distinct();

    private static bool HasPath(Volume volume) => volume.EfsVolumeConfiguration is not null || volume.Host?.SourcePath is { Length: > 0 };
}
