namespace BatchTools;

/// <summary>Makes the request that submits a failed job again, out of what the service still tells of it.</summary>
/// <param name="restart">The job.</param>
/// <param name="definition">Its definition, whose members need not be said again; null: not known.</param>
/// <param name="options">What is to be different.</param>
internal sealed class RestartRequest(Restart restart, JobDefinition? definition, RestartOptions options)
{
    private const string OwnTags = "batchtools:";

    private readonly Job _job = restart.Job;

    /// <summary>The request. Dependencies are the caller's: the old ones name jobs of the past.</summary>
    /// <param name="dependsOn">The jobs that have to succeed first.</param>
    public JobRequest Build(IReadOnlyList<string> dependsOn)
    {
        var overrides = new Dictionary<string, object?>();
        Put(overrides, "retryStrategy", _job.Raw.GetValueOrDefault("retryStrategy"));
        Put(overrides, "timeout", _job.Raw.GetValueOrDefault("timeout"));
        Put(overrides, "consumableResourcePropertiesOverride", _job.Raw.GetValueOrDefault("consumableResourceProperties"));
        var container = OverridesOf.Container(Member(_job.Raw, "container"), Member(definition?.Raw, "containerProperties"));
        Put(overrides, "containerOverrides", container);
        Put(overrides, "nodeOverrides", OverridesOf.Nodes(Member(_job.Raw, "nodeProperties"), Member(definition?.Raw, "nodeProperties")));
        Put(overrides, "ecsPropertiesOverride", OverridesOf.Ecs(Member(_job.Raw, "ecsProperties"), Member(definition?.Raw, "ecsProperties")));
        Put(overrides, "eksPropertiesOverride", OverridesOf.Eks(Member(_job.Raw, "eksProperties"), Member(definition?.Raw, "eksProperties")));
        return new JobRequest
        {
            JobName = _job.JobName,
            JobQueue = options.JobQueue ?? _job.JobQueue,
            JobDefinition = options.JobDefinition ?? _job.JobDefinition,
            Parameters = Texts("parameters"),
            Command = Command(),
            Vcpu = options.Vcpu,
            Memory = Memory(),
            Attempts = options.Attempts,
            Timeout = options.Timeout,
            ArraySize = restart.Children is { Count: > 1 } children ? children.Count : null,
            DependsOn = dependsOn,
            ShareIdentifier = _job.ShareIdentifier,
            SchedulingPriority = _job.ShareIdentifier is null ? null : (int?)Convert.ToInt32(_job.Raw.GetValueOrDefault("schedulingPriority"), null),
            PropagateTags = _job.Raw.GetValueOrDefault("propagateTags") as bool?,
            Tags = Tags(),
            Overrides = overrides,
        };
    }

    private IReadOnlyList<string>? Command()
    {
        if (restart.Children is not { } children || (children.Count == _job.ArraySize && !IsSmaller))
            return null;
        if (_job.Command.Count == 0)
            throw BatchException.For(nameof(Messages.RestartNeedsCommand), ErrorKind.InvalidInput, _job.JobId, _job.JobName, _job.JobId);
        return RestartScript.Wrap([.. children.Select(child => (long)RestartScript.OriginalIndex(_job.Command, child))], RestartScript.Unwrap(_job.Command));
    }

    private bool IsSmaller => !ReferenceEquals(RestartScript.Unwrap(_job.Command), _job.Command);

    private int? Memory() => options.Memory
        ?? (options.MemoryFactor != 1 && _job.Memory is { } memory ? (int)Math.Ceiling(memory * options.MemoryFactor) : null);

    private Dictionary<string, string> Tags()
    {
        // Keys of single submissions belong to the old one; the workload and the point stay.
        var tags = _job.Tags
            .Where(tag => !tag.Key.StartsWith(OwnTags, StringComparison.Ordinal) || tag.Key is WorkloadTags.Workload or WorkloadTags.Point)
            .ToDictionary(StringComparer.Ordinal);
        tags[WorkloadTags.RestartOf] = _job.JobId;
        return tags;
    }

    private Dictionary<string, string> Texts(string name) =>
        Member(_job.Raw, name)?.ToDictionary(one => one.Key, one => $"{one.Value}", StringComparer.Ordinal) ?? [];

    private static IReadOnlyDictionary<string, object?>? Member(IReadOnlyDictionary<string, object?>? data, string name) =>
        data?.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?>;

    private static void Put(Dictionary<string, object?> overrides, string name, object? value)
    {
        if (value is not null and not IReadOnlyDictionary<string, object?> { Count: 0 })
            overrides[name] = value;
    }
}
