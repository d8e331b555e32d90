using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>Reads the containers of an ECS task as containers like those of other jobs.</summary>
internal static class TaskPlans
{
    public static IReadOnlyList<ContainerPlan> Containers(EcsProperties properties, EcsPropertiesOverride? overriding)
    {
        var overrides = overriding?.TaskProperties?.FirstOrDefault()?.Containers ?? [];
        return [.. properties.TaskProperties!
            .SelectMany(static task => task.Containers!.Select(container => (Container: container, task.Volumes)))
            .Select((entry, index) => Plan(entry.Container, entry.Volumes, index, overrides))];
    }

    /// <summary>The name of a container; one without a name is called by its place.</summary>
    public static string Name(TaskContainerProperties container, int index) => container.Name ?? (index == 0 ? ContainerPlan.DefaultName : $"container-{index}");

    private static ContainerPlan Plan(TaskContainerProperties container, List<Volume>? volumes, int index, List<TaskContainerOverrides> overrides)
    {
        var name = Name(container, index);
        var own = overrides.Find(entry => entry.Name == name);
        return new ContainerPlan(Properties(container, volumes), own is null ? null : new ContainerOverrides
        {
            Command = own.Command,
            Environment = own.Environment,
            ResourceRequirements = own.ResourceRequirements,
        })
        {
            Name = name,
            IsEssential = container.Essential ?? true,
            DependsOn = container.DependsOn ?? [],
        };
    }

    private static ContainerProperties Properties(TaskContainerProperties container, List<Volume>? volumes) => new()
    {
        Image = container.Image,
        Command = container.Command,
        Environment = container.Environment,
        LinuxParameters = container.LinuxParameters,
        LogConfiguration = container.LogConfiguration,
        MountPoints = container.MountPoints,
        Privileged = container.Privileged,
        ReadonlyRootFilesystem = container.ReadonlyRootFilesystem,
        RepositoryCredentials = container.RepositoryCredentials,
        ResourceRequirements = container.ResourceRequirements,
        Secrets = container.Secrets,
        Ulimits = container.Ulimits,
        User = container.User,
        Volumes = volumes,
    };
}
