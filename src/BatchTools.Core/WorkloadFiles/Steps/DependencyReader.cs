using System.Text.RegularExpressions;
using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Reads what a step waits for: a name, an id, an object in AWS's shape with <c>after</c>, or a list of these; <c>after</c> of
/// the step itself is for those that say nothing.
/// </summary>
/// <param name="problems">Takes what does not fit.</param>
internal sealed partial class DependencyReader(SourceProblems problems)
{
    /// <summary>The members of a dependency.</summary>
    public static IReadOnlyList<string> Members { get; } = ["jobId", "type", "after"];

    /// <summary>The conditions by the names that files give them.</summary>
    public static IReadOnlyList<string> Conditions { get; } = ["ok", "any", "notok"];

    private readonly SectionReader _reader = new(problems);
    private readonly ShapeBinder _binder = new(problems);
    private readonly ScalarBinder _scalars = new(problems);

    /// <summary>What a step waits for.</summary>
    public IReadOnlyList<StepDependency> Read(SourceObject step)
    {
        var after = After(step) ?? StepCondition.Ok;
        if (step.Find("dependsOn") is not { } member)
        {
            if (step.Find("after") is { } alone)
                problems.Add(nameof(Messages.DependencyAfterAlone), alone.Where, step.Path);
            return [];
        }

        IEnumerable<SourceNode> nodes = member.Value is SourceArray list ? list.Items : [member.Value];
        return [.. nodes.Select(node => Read(node, after)).OfType<StepDependency>()];
    }

    private StepDependency? Read(SourceNode node, StepCondition after)
    {
        if (node is SourceScalar { Type: SourceScalarType.Text or SourceScalarType.Number } name)
            return Dependency(name.Text, null, after, node);
        if (node is not SourceObject)
        {
            _scalars.Misfit(node, "the name of a job or sweep, the id of a job, an object with 'jobId', or a list of these");
            return null;
        }

        if (_reader.Object(node, Members) is not { } given)
            return null;
        var bound = _binder.Bind<JobDependency>(given.With([.. given.Members.Where(member => member.Name is "jobId" or "type")]));
        return Dependency(bound.JobId, bound.Type?.Value, After(given) ?? after, node);
    }

    private static StepDependency Dependency(string? text, string? type, StepCondition after, SourceNode node)
    {
        var reference = StepName().Match(text ?? string.Empty);
        if (reference.Success)
            return new(reference.Groups["name"].Value, null, type, after, node.Where);
        return string.IsNullOrEmpty(text) || JobId().IsMatch(text)
            ? new(null, string.IsNullOrEmpty(text) ? null : text, type, after, node.Where)
            : new(text, null, type, after, node.Where);
    }

    private StepCondition? After(SourceObject section)
    {
        if (_reader.Text(section, "after") is not { } text)
            return null;
        if (Conditions.Contains(text, StringComparer.Ordinal))
            return Enum.Parse<StepCondition>(text, ignoreCase: true);
        var node = section.Find("after")!.Value;
        problems.Add(nameof(Messages.ConstantUnknown), node.Where, node.Path, text, NearestName.Suggest(text, Conditions), string.Join(", ", Conditions));
        return null;
    }

    [GeneratedRegex(@"\A\$\{(?<name>[^{}]+)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StepName();

    // Ids are UUIDs, of array children and nodes with a number behind; ARNs end in one.
    [GeneratedRegex(@"\A(arn:.*|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}([:#][0-9]+)*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex JobId();
}
