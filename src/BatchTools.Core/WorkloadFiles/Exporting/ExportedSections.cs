using Amazon.Batch.Model;
using BatchTools.Requests;

namespace BatchTools.WorkloadFiles;

/// <summary>The sections of a workload file that is being written, each with its items by name.</summary>
/// <param name="reporter">Hears of what can not be made from a file.</param>
internal sealed class ExportedSections(IReporter reporter)
{
    private readonly SortedDictionary<string, object?> _policies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, object?> _environments = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, object?> _queues = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, object?> _definitions = new(StringComparer.Ordinal);

    /// <summary>The jobs, each after those that it waits for.</summary>
    public List<object?> Jobs { get; } = [];

    /// <summary>Adds a policy.</summary>
    public void Add(SchedulingPolicy policy) => _policies[policy.SchedulingPolicyName] = Request<CreateSchedulingPolicyRequest>(policy.Raw);

    /// <summary>
    /// Adds an environment. How many vCPUs it has at the moment is up to the service. The local engine's own has no network and no roles,
    /// without which AWS Batch makes none; it is left out, as every local engine has it.
    /// </summary>
    public void Add(ComputeEnvironment environment)
    {
        if (environment.Raw.GetValueOrDefault("computeResources") is IReadOnlyDictionary<string, object?> described && described.GetValueOrDefault("subnets") is not object?[] { Length: > 0 })
        {
            reporter.Verbose($"The compute environment '{environment}' is left out: it is the local engine's own.");
            return;
        }

        var request = Request<CreateComputeEnvironmentRequest>(environment.Raw);
        if (request.GetValueOrDefault("computeResources") is Dictionary<string, object?> resources)
            resources.Remove("desiredvCpus");
        _environments[environment.ComputeEnvironmentName] = request;
    }

    /// <summary>Adds a queue, which names its environments and its policy: their ARNs are of one account.</summary>
    public void Add(JobQueue queue)
    {
        var request = Request<CreateJobQueueRequest>(queue.Raw);
        foreach (var order in (request.GetValueOrDefault("computeEnvironmentOrder") as object?[] ?? []).OfType<Dictionary<string, object?>>())
            order["computeEnvironment"] = ArnName.Of((string)order["computeEnvironment"]!);
        if (request.GetValueOrDefault("schedulingPolicyArn") is string policy)
            request["schedulingPolicyArn"] = ArnName.Of(policy);
        _queues[queue.JobQueueName] = request;
    }

    /// <summary>Adds a definition.</summary>
    public void Add(JobDefinition definition) => _definitions[definition.JobDefinitionName] = Request<RegisterJobDefinitionRequest>(definition.Raw);

    /// <summary>All sections that hold something, as plain data.</summary>
    /// <param name="workload">The name of the workload; null: the file's.</param>
    public IReadOnlyDictionary<string, object?> ToPlainData(string? workload)
    {
        var file = new Dictionary<string, object?>();
        if (workload is not null)
            file["workload"] = new Dictionary<string, object?> { ["name"] = workload };
        Put(file, "schedulingPolicies", _policies.Values);
        Put(file, "computeEnvironments", _environments.Values);
        Put(file, "jobQueues", _queues.Values);
        Put(file, "jobDefinitions", _definitions.Values);
        Put(file, "jobs", Jobs);
        return file;
    }

    /// <summary>The request that makes what a description tells.</summary>
    private static Dictionary<string, object?> Request<T>(IReadOnlyDictionary<string, object?> description) =>
        (Dictionary<string, object?>)ShapeWriter.ToPlainData(RequestDraft.OfDescription(typeof(T), description).Bind(checkRequired: false, static _ => { }));

    private static void Put(Dictionary<string, object?> file, string section, IReadOnlyCollection<object?> items)
    {
        if (items.Count > 0)
            file[section] = items.ToArray();
    }
}
