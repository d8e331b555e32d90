using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>What a job asks of its container.</summary>
/// <param name="Name">The container's name: one for each attempt, made of the engine's and the task's id.</param>
/// <param name="Properties">The definition's container, whose command and environment are not looked at here.</param>
/// <param name="Vcpus">The processors that it may use.</param>
/// <param name="Memory">The memory in MiB; null for no limit.</param>
/// <param name="Variables">The job's own environment; nothing of the host's.</param>
internal sealed record ContainerNeeds(
    string Name, ContainerProperties Properties, decimal Vcpus, decimal? Memory, IReadOnlyDictionary<string, string> Variables);
