using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>One container of a job or node: its definition and what the submission puts over it.</summary>
internal sealed class ContainerPlan(ContainerProperties properties, ContainerOverrides? overrides)
{
    /// <summary>The name that AWS Batch gives to the one container of a job.</summary>
    public const string DefaultName = "default";

    /// <summary>The name within its task; part of the log stream's name.</summary>
    public string Name { get; init; } = DefaultName;

    /// <summary>The definition's container, without the overrides.</summary>
    public ContainerProperties Properties { get; } = properties;

    public ContainerOverrides? Overrides { get; } = overrides;

    /// <summary>When it ends, the task does.</summary>
    public bool IsEssential { get; init; } = true;

    /// <summary>The containers of the task that must have come so far before it starts.</summary>
    public IReadOnlyList<TaskContainerDependency> DependsOn { get; init; } = [];

    /// <summary>The command as given, <c>Ref::</c> unresolved; empty where neither the submission nor the definition has one.</summary>
    public IReadOnlyList<string> Command => Overrides?.Command is { Count: > 0 } command ? command : Properties.Command ?? [];
}
