using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Reads a workload file: its sections, each in its shape, and the checks that need no service.</summary>
/// <param name="path">The file.</param>
/// <param name="given">The values of its parameters.</param>
internal sealed class WorkloadFileReader(string path, IReadOnlyDictionary<string, string> given)
{
    /// <summary>The sections of a file.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "$schema", "parameters", "workload", "schedulingPolicies", "consumableResources", "computeEnvironments", "jobQueues", "jobDefinitions", "jobs", "sweeps",
    ];

    private readonly SourceProblems _problems = new();

    /// <summary>What was found so far, also when the reading broke off.</summary>
    public SourceProblems Problems => _problems;

    /// <summary>The workload.</summary>
    /// <exception cref="BatchException">Something is wrong; all of it is told.</exception>
    public WorkloadFile Read()
    {
        var document = SourceDocument.Load(path, _problems);
        var written = new SectionReader(_problems).Object(BareInput.Wrap(document.Root, Sections), Sections);
        _problems.ThrowIfAny();
        var parameters = Parameters(written!);
        var root = (SourceObject)new SourceVariables(path, parameters, _problems).Expand(written!.Without("parameters"));
        _problems.ThrowIfAny();

        var defaults = root.Find("workload") is { } workload ? WorkloadDefaults.Read(workload.Value, _problems) : WorkloadDefaults.None;
        var policies = Items<CreateSchedulingPolicyRequest>(root, "schedulingPolicies", request => request.Name);
        var consumables = Items<CreateConsumableResourceRequest>(root, "consumableResources", request => request.ConsumableResourceName);
        var environments = Items<CreateComputeEnvironmentRequest>(root, "computeEnvironments", request => request.ComputeEnvironmentName);
        var queues = Items<CreateJobQueueRequest>(root, "jobQueues", request => request.JobQueueName);
        var definitions = Items<RegisterJobDefinitionRequest>(root, "jobDefinitions", request => request.JobDefinitionName);
        var steps = Steps(root, defaults);
        _problems.ThrowIfAny();

        var ordered = new StepGraph(steps, _problems).Order();
        new StepChecks(definitions, defaults.Name ?? FileName, _problems).Check(ordered);
        _problems.ThrowIfAny();
        return new()
        {
            Path = path,
            Name = defaults.Name ?? FileName,
            Parameters = parameters,
            MaxConcurrent = defaults.MaxConcurrent,
            SchedulingPolicies = policies,
            ConsumableResources = consumables,
            ComputeEnvironments = environments,
            JobQueues = queues,
            JobDefinitions = definitions,
            Steps = ordered,
            Warnings = _problems.Warnings,
        };
    }

    private string FileName => Path.GetFileNameWithoutExtension(path);

    // Their defaults may name the environment, not each other.
    private IReadOnlyList<WorkloadParameter> Parameters(SourceObject written) => new ParameterSection(given, _problems).Read(
        written.Find("parameters") is { } section
            ? written.With([section with { Value = new SourceVariables(path, [], _problems).Expand(section.Value) }])
            : written);

    private List<FileItem<T>> Items<T>(SourceObject root, string section, Func<T, string?> nameOf)
        where T : class, new()
    {
        var items = new List<FileItem<T>>();
        foreach (var node in Nodes(root, section))
        {
            var request = new ShapeBinder(_problems).Bind<T>(node);
            if (nameOf(request) is not { } name)
                continue;
            if (!ResourceName.IsValid(name))
                _problems.Add(BatchException.For(nameof(Messages.NameInvalid), ErrorKind.InvalidInput, name, name).At(NameNode(node, name).Where));
            if (items.Find(item => item.Name == name) is { } first)
                _problems.Add(nameof(Messages.NameTwice), node.Where, name, section, first.Where);
            items.Add(new(name, request, (SourceObject)node));
        }

        return items;
    }

    private static SourceNode NameNode(SourceNode node, string name) =>
        ((SourceObject)node).Members.Select(member => member.Value).FirstOrDefault(value => value is SourceScalar { Type: SourceScalarType.Text } text && text.Text == name) ?? node;

    private List<WorkloadStep> Steps(SourceObject root, WorkloadDefaults defaults)
    {
        var reader = new StepReader(defaults, _problems);
        var sweeps = new SweepReader(_problems);
        return
        [
            .. Nodes(root, "jobs").Select(reader.Read).OfType<WorkloadStep>(),
            .. Nodes(root, "sweeps").SelectMany((node, index) => sweeps.Read(node, index, reader)),
        ];
    }

    private IReadOnlyList<SourceNode> Nodes(SourceObject root, string section) =>
        root.Find(section) is { } member ? new SectionReader(_problems).List(member.Value) : [];
}
