namespace BatchTools;

/// <summary>
/// What a submission would have to override for a job to be as it was: the service merges definition and overrides into one
/// description. All is plain data by AWS's names; null: nothing differs from the definition.
/// </summary>
internal static class OverridesOf
{
    private static readonly string[] ContainerMembers = ["command", "environment", "resourceRequirements", "instanceType"];
    private static readonly string[] TaskContainerMembers = ["name", "command", "environment", "resourceRequirements"];
    private static readonly string[] PodContainerMembers = ["name", "image", "command", "args", "env", "resources"];

    /// <summary>A containerOverrides.</summary>
    public static IReadOnlyDictionary<string, object?>? Container(IReadOnlyDictionary<string, object?>? job, IReadOnlyDictionary<string, object?>? definition)
    {
        if (job is null)
            return null;
        var differing = ContainerMembers
            .Where(name => job.GetValueOrDefault(name) is not null and not object?[] { Length: 0 } && Differs(job.GetValueOrDefault(name), definition?.GetValueOrDefault(name)))
            .ToDictionary(name => name, name => name == "environment" ? Own(job[name], definition?.GetValueOrDefault(name)) : job[name]);
        return differing.Count > 0 ? differing : null;
    }

    /// <summary>A nodeOverrides.</summary>
    public static IReadOnlyDictionary<string, object?>? Nodes(IReadOnlyDictionary<string, object?>? job, IReadOnlyDictionary<string, object?>? definition)
    {
        if (job is null || !Differs(job, definition))
            return null;
        var overrides = new Dictionary<string, object?>();
        if (Differs(job.GetValueOrDefault("numNodes"), definition?.GetValueOrDefault("numNodes")))
            overrides["numNodes"] = job.GetValueOrDefault("numNodes");
        overrides["nodePropertyOverrides"] = Each(job.GetValueOrDefault("nodeRangeProperties"), range => new Dictionary<string, object?>
        {
            ["targetNodes"] = range.GetValueOrDefault("targetNodes"),
            ["containerOverrides"] = Container(range.GetValueOrDefault("container") as IReadOnlyDictionary<string, object?>, null) ?? new Dictionary<string, object?>(),
        });
        return overrides;
    }

    /// <summary>An ecsPropertiesOverride.</summary>
    public static IReadOnlyDictionary<string, object?>? Ecs(IReadOnlyDictionary<string, object?>? job, IReadOnlyDictionary<string, object?>? definition) =>
        job is null ? null : Changed(Tasks(job), definition is null ? null : Tasks(definition));

    /// <summary>An eksPropertiesOverride.</summary>
    public static IReadOnlyDictionary<string, object?>? Eks(IReadOnlyDictionary<string, object?>? job, IReadOnlyDictionary<string, object?>? definition) =>
        job is null ? null : Changed(Pod(job), definition is null ? null : Pod(definition));

    private static Dictionary<string, object?> Tasks(IReadOnlyDictionary<string, object?> ecs) => new()
    {
        ["taskProperties"] = Each(ecs.GetValueOrDefault("taskProperties"), task => new Dictionary<string, object?>
        {
            ["containers"] = Each(task.GetValueOrDefault("containers"), container => Picked(container, TaskContainerMembers)),
        }),
    };

    private static Dictionary<string, object?> Pod(IReadOnlyDictionary<string, object?> eks)
    {
        var pod = eks.GetValueOrDefault("podProperties") as IReadOnlyDictionary<string, object?>;
        var result = new Dictionary<string, object?> { ["containers"] = Each(pod?.GetValueOrDefault("containers"), container => Picked(container, PodContainerMembers)) };
        if (pod?.GetValueOrDefault("initContainers") is object?[] { Length: > 0 } early)
            result["initContainers"] = Each(early, container => Picked(container, PodContainerMembers));
        if (pod?.GetValueOrDefault("metadata") is { } metadata)
            result["metadata"] = metadata;
        return new() { ["podProperties"] = result };
    }

    private static Dictionary<string, object?>? Changed(Dictionary<string, object?> job, Dictionary<string, object?>? definition) =>
        Differs(job, definition) ? job : null;

    private static Dictionary<string, object?> Picked(IReadOnlyDictionary<string, object?> container, string[] members) =>
        members.Where(name => container.GetValueOrDefault(name) is not null).ToDictionary(name => name, name => container[name]);

    private static object?[] Each(object? list, Func<IReadOnlyDictionary<string, object?>, Dictionary<string, object?>> make) =>
        [.. (list as object?[] ?? []).OfType<IReadOnlyDictionary<string, object?>>().Select(make)];

    // The definition's own variables need no saying, and there is little room for overrides.
    private static object?[] Own(object? environment, object? definition)
    {
        var known = (definition as object?[] ?? []).OfType<IReadOnlyDictionary<string, object?>>().ToArray();
        return [.. (environment as object?[] ?? []).Where(one => !known.Any(other => !Differs(one, other)))];
    }

    private static bool Differs(object? one, object? other) =>
        Difference.Between(new Dictionary<string, object?> { [""] = one }, new Dictionary<string, object?> { [""] = other }).Count > 0;
}
