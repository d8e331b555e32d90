using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Makes jobs of a file out of jobs that ran: what their definition says already is not said again.</summary>
/// <param name="definitions">The definitions of the file, by name.</param>
internal sealed class ExportedJobs(IReadOnlyDictionary<string, JobDefinition> definitions)
{
    private const string OwnTags = "batchtools:";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The jobs in the order of their submission, so that each comes after those that it waits for.</summary>
    /// <param name="jobs">The jobs, described in full.</param>
    public IEnumerable<object?> Of(IEnumerable<Job> jobs)
    {
        var all = jobs.OrderBy(job => job.CreatedAt).ThenBy(job => job.DependsOn.Count).ToArray();
        foreach (var job in all)
            _names[job.JobId] = Name(job.JobName);
        return all.Select(Item);
    }

    private Dictionary<string, object?> Item(Job job)
    {
        var definition = definitions.GetValueOrDefault(ArnName.Of(job.JobDefinition).Split(':')[0]);
        var isOf = definition is not null && definition.ToString() == ArnName.Of(job.JobDefinition);
        var request = new RestartRequest(new Restart(job, null), isOf ? definition : null, new RestartOptions { JobDefinition = isOf ? definition!.JobDefinitionName : null }).Build([])
            with { JobName = _names[job.JobId], ArraySize = job.ArraySize, Tags = Tags(job) };
        var item = (Dictionary<string, object?>)ShapeWriter.ToPlainData(RequestBuilder.ToRequest(request, new()));
        // What the definition says, the job would have been given anyway.
        foreach (var member in new[] { "retryStrategy", "timeout", "parameters", "propagateTags" }.Where(member => isOf && Same(item, definition!, member)))
            item.Remove(member);
        if (item.GetValueOrDefault("propagateTags") is false)
            item.Remove("propagateTags");
        if (Dependencies(job) is { Length: > 0 } dependencies)
            item["dependsOn"] = dependencies;
        return item;
    }

    private object?[] Dependencies(Job job) =>
        [.. (job.Raw.GetValueOrDefault("dependsOn") as object?[] ?? []).OfType<IReadOnlyDictionary<string, object?>>().Select(one => (object?)Dependency(one))];

    private Dictionary<string, object?> Dependency(IReadOnlyDictionary<string, object?> told)
    {
        var dependency = told.Where(member => member.Value is not null).ToDictionary(member => member.Key, member => member.Value);
        if (dependency.GetValueOrDefault("jobId") is string id && _names.TryGetValue(id, out var name))
            dependency["jobId"] = $"${{{name}}}";
        return dependency;
    }

    private string Name(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
            name = $"{wanted[..Math.Min(wanted.Length, 120)]}-{number}";
        return name;
    }

    private static bool Same(Dictionary<string, object?> item, JobDefinition definition, string member) => item.ContainsKey(member) && Difference.Between(
        new Dictionary<string, object?> { [member] = item[member] },
        new Dictionary<string, object?> { [member] = definition.Raw.GetValueOrDefault(member) }).Count == 0;

    private static Dictionary<string, string> Tags(Job job) =>
        job.Tags.Where(tag => !tag.Key.StartsWith(OwnTags, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
