using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Tasks;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes an ECS task of up to ten containers, as far as this engine runs them.</summary>
internal static class TaskRules
{
    private const int MostContainers = 10;

    /// <exception cref="ServiceError">ClientException: AWS would not register it, or processes cannot do it.</exception>
    public static void Check(EcsProperties properties)
    {
        if (properties.TaskProperties is not [var task])
            throw BatchErrors.Executing("ecsProperties must have exactly one entry of taskProperties");
        if (task.Containers is not { Count: > 0 and <= MostContainers } containers)
            throw BatchErrors.Executing($"taskProperties must have 1 to {MostContainers} containers");
        foreach (var container in containers)
            Check(container);
        var names = containers.Select(TaskPlans.Name).ToList();
        names.ForEach(static name => NameRules.Check(name, "Container"));
        if (names.Distinct().Count() < names.Count)
            throw BatchErrors.Executing("The containers of taskProperties must have different names");
        if (containers.TrueForAll(static container => container.Essential == false))
            throw BatchErrors.Executing("At least one container of taskProperties must be essential");
        CheckOrder(containers, names);
    }

    /// <exception cref="ServiceError">ClientException: an override names no container of the task, or is not valid by itself.</exception>
    public static void CheckOverride(EcsPropertiesOverride overriding, EcsProperties properties)
    {
        if (overriding.TaskProperties is { Count: > 1 })
            throw BatchErrors.Executing("ecsPropertiesOverride must have no more than one entry of taskProperties");
        var names = properties.TaskProperties![0].Containers!.Select(TaskPlans.Name).ToList();
        foreach (var container in overriding.TaskProperties?.FirstOrDefault()?.Containers ?? [])
        {
            if (!names.Contains(container.Name ?? ""))
                throw BatchErrors.Executing($"ecsPropertiesOverride names container '{Shortened.Text(container.Name ?? "")}', which the job definition does not have");
            JobRules.CheckCommand(container.Command);
            JobRules.CheckEnvironment(container.Environment);
            JobRules.CheckRequirements(container.ResourceRequirements);
        }
    }

    private static void Check(TaskContainerProperties container)
    {
        if (string.IsNullOrEmpty(container.Image))
            throw BatchErrors.Executing("Image is not provided.");
        if (container.FirelensConfiguration is not null)
            throw ServiceError.Client("The local engine has no FireLens: leave firelensConfiguration out.");
        JobRules.CheckCommand(container.Command);
        JobRules.CheckEnvironment(container.Environment);
        JobRules.CheckRequirements(container.ResourceRequirements);
    }

    private static void CheckOrder(List<TaskContainerProperties> containers, List<string> names)
    {
        foreach (var (container, name) in containers.Zip(names))
        {
            foreach (var dependency in container.DependsOn ?? [])
            {
                if (!names.Contains(dependency.ContainerName ?? "") || dependency.ContainerName == name)
                    throw BatchErrors.Executing($"Container '{name}' depends on '{Shortened.Text(dependency.ContainerName ?? "")}', which is no other container of the task");
                if (dependency.Condition is not (TaskConditions.Start or TaskConditions.Complete or TaskConditions.Success))
                    throw BatchErrors.Executing($"Condition '{Shortened.Text(dependency.Condition ?? "")}' must be {TaskConditions.Start}, {TaskConditions.Complete} or {TaskConditions.Success}");
                if (dependency.Condition != TaskConditions.Start && containers[names.IndexOf(dependency.ContainerName!)].Essential != false)
                    throw BatchErrors.Executing($"Container '{dependency.ContainerName}' must not be essential, for '{name}' waits for its end");
            }
        }

        // Takes away who waits for nobody that is left, until nobody is left or all wait for one another.
        var left = new List<string>(names);
        while (left.RemoveAll(name => containers[names.IndexOf(name)].DependsOn?.Exists(dependency => left.Contains(dependency.ContainerName!)) != true) > 0)
        {
        }

        if (left.Count > 0)
            throw BatchErrors.Executing($"Containers {string.Join(", ", left)} depend on one another in a circle");
    }
}
