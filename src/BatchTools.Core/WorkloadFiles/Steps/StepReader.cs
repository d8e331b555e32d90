using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Reads the section `jobs`, and what sweeps share with it: SubmitJob's shape.</summary>
/// <param name="defaults">What the workload gives to all its jobs.</param>
/// <param name="problems">Takes what does not fit.</param>
internal sealed class StepReader(WorkloadDefaults defaults, SourceProblems problems)
{
    private readonly ShapeBinder _binder = new(problems);
    private readonly DependencyReader _dependencies = new(problems);

    /// <summary>The step of a job; null if it is no object.</summary>
    public WorkloadStep? Read(SourceNode node)
    {
        if (node is not SourceObject section)
        {
            _binder.Bind<SubmitJobRequest>(node);
            return null;
        }

        var step = Read(section, (section.Find("jobName")?.Value as SourceScalar)?.Text);
        if (!ResourceName.IsValid(step.Name) && section.Find("jobName") is { } name)
            problems.Add(BatchException.For(nameof(Messages.JobNameInvalid), ErrorKind.InvalidInput, step.Name, step.Name).At(name.Value.Where));
        return step;
    }

    /// <summary>The step of an object in SubmitJob's shape.</summary>
    /// <param name="section">The object.</param>
    /// <param name="name">The name of the step, which also stands in for a job name; null if it has none.</param>
    public WorkloadStep Read(SourceObject section, string? name)
    {
        var whole = defaults.Complete(section).Without("dependsOn").Without("after");
        var isSweep = section.Find("jobName") is null && name is not null;
        var request = _binder.Bind<SubmitJobRequest>(
            isSweep ? whole.With([.. whole.Members, new("jobName", null, new SourceScalar(section.Place, SourceScalarType.Text, name!))]) : whole);
        return new()
        {
            Name = name ?? string.Empty,
            Job = ToJob(request),
            DependsOn = _dependencies.Read(section),
            Source = section,
            QueueWhere = whole.Find("jobQueue")?.Value.Where ?? section.Where,
            DefinitionWhere = whole.Find("jobDefinition")?.Value.Where ?? section.Where,
        };
    }

    /// <summary>What a step waits for.</summary>
    public IReadOnlyList<StepDependency> Dependencies(SourceObject section) => _dependencies.Read(section);

    private JobRequest ToJob(SubmitJobRequest request) => new()
    {
        JobName = request.JobName ?? string.Empty,
        JobQueue = request.JobQueue ?? string.Empty,
        JobDefinition = request.JobDefinition ?? string.Empty,
        Tags = defaults.Tags.Concat(request.Tags ?? []).GroupBy(tag => tag.Key).ToDictionary(tag => tag.Key, tag => tag.Last().Value),
        Overrides = ShapeWriter.ToPlainData(request)
            .Where(member => member.Key is not ("jobName" or "jobQueue" or "jobDefinition" or "tags"))
            .ToDictionary(member => member.Key, member => member.Value),
    };
}
