using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Reads the section `sweeps`.</summary>
/// <param name="problems">Takes what does not fit.</param>
internal sealed class SweepReader(SourceProblems problems)
{
    private static readonly string[] Own = ["name", "axes", "fixed", "jobName", "maxConcurrent", "merge"];

    private readonly SectionReader _reader = new(problems);

    /// <summary>The members that a sweep has beside those of SubmitJob.</summary>
    public static IReadOnlyList<string> Members => Own;

    /// <summary>The step of a sweep, and that of its merge if it has one; none if it is no object.</summary>
    /// <param name="node">The sweep.</param>
    /// <param name="index">Its place among the sweeps.</param>
    /// <param name="steps">Reads what sweeps share with jobs.</param>
    public IEnumerable<WorkloadStep> Read(SourceNode node, int index, StepReader steps)
    {
        var known = Own.Concat(ShapeMembers.Of(typeof(SubmitJobRequest)).Select(member => member.WireName)).Append("after").Distinct().Order(StringComparer.Ordinal).ToArray();
        if (_reader.Object(node, known) is not { } section)
            return [];
        var name = _reader.Text(section, "name") ?? $"sweep-{index + 1}";
        var count = problems.Errors.Count;
        var sweep = new SweepDefinition
        {
            Axes = Axes(section),
            Fixed = section.Find("fixed") is { } given ? Fixed(given.Value) : [],
            JobNameTemplate = _reader.Text(section, "jobName") ?? name + "-{#}",
        };
        if (problems.Errors.Count == count)
            Check(sweep, section);
        var rest = section.With(section.Members.Where(member => known.Contains(member.Name) && !Own.Contains(member.Name)));
        var step = steps.Read(rest, name) with { Sweep = sweep, MaxConcurrent = _reader.Count(section, "maxConcurrent") };
        return section.Find("merge") is { } merge ? [step, .. Merge(merge.Value, section, name, steps)] : [step];
    }

    // A job after all jobs of the sweep, which runs where they do unless it says otherwise.
    private IEnumerable<WorkloadStep> Merge(SourceNode node, SourceObject sweep, string name, StepReader steps)
    {
        if (node is not SourceObject given)
        {
            _reader.Object(node, []);
            return [];
        }

        var inherited = sweep.Members.Where(member => member.Name is "jobQueue" or "jobDefinition" && member.Value is SourceScalar && given.Find(member.Name) is null);
        var job = given.With([
            .. given.Members.Where(member => member.Name is not ("dependsOn" or "after")),
            .. inherited.Select(member => member with { Value = member.Value.Copy() })]);
        var own = given.With([.. given.Members.Where(member => member.Name == "after"), .. DependsOnSweep(given, name)]);
        var merge = steps.Read(job, (given.Find("jobName")?.Value as SourceScalar)?.Text ?? $"{name}-merge");
        return [merge with { DependsOn = steps.Dependencies(own) }];
    }

    private static IEnumerable<SourceMember> DependsOnSweep(SourceObject merge, string sweep)
    {
        SourceScalar Name() => new(merge.Place, SourceScalarType.Text, $"${{{sweep}}}");
        if (merge.Find("dependsOn") is not { } given)
            return [new SourceMember("dependsOn", null, Name())];
        var list = new SourceArray(given.Value.Place);
        list.Add(Name());
        foreach (var other in given.Value is SourceArray others ? others.Items : [given.Value])
            list.Add(other);
        return [given with { Value = list }];
    }

    private List<SweepAxis> Axes(SourceObject section)
    {
        if (section.Find("axes") is not { } axes)
        {
            problems.Add(nameof(Messages.SweepAxesMissing), section.Where, section.Path);
            return [];
        }

        if (_reader.Object(axes.Value, [.. (axes.Value as SourceObject)?.Members.Select(axis => axis.Name) ?? []]) is not { } all)
            return [];
        return [.. all.Members.Select(axis => new SweepAxis(axis.Name, Values(axis.Value)))];
    }

    private IReadOnlyList<object> Values(SourceNode node)
    {
        try
        {
            if (Text(node) is { } text && SweepRange.Parse(text) is { } range)
                return range;
            var items = _reader.List(node, "a list of values or a range such as \"250..400 by 25\"");
            var values = items.Select(_reader.Value).OfType<object>().ToArray();
            // Texts alone may well be meant as such: bounds that a job takes apart itself.
            if ((values.Length == 1 || values.Any(value => value is not string)) && items.FirstOrDefault(item => Text(item) is { } one && SweepRange.Resembles(one)) is SourceScalar inside)
                problems.Add(nameof(Messages.SweepRangeInList), inside.Where, inside.Text);
            return values;
        }
        catch (BatchException problem)
        {
            problems.Add(problem.At(node.Where));
            return [];
        }
    }

    private static string? Text(SourceNode node) => node is SourceScalar { Type: SourceScalarType.Text } text ? text.Text : null;

    private List<KeyValuePair<string, object>> Fixed(SourceNode node) =>
        [.. (_reader.Object(node, [.. (node as SourceObject)?.Members.Select(member => member.Name) ?? []])?.Members ?? [])
            .Select(member => new KeyValuePair<string, object>(member.Name, _reader.Value(member.Value)!))
            .Where(pair => pair.Value is not null)];

    private void Check(SweepDefinition sweep, SourceObject section)
    {
        foreach (var problem in SweepChecks.Find(sweep))
            problems.Add(problem.At(Where(problem, section)));
        try
        {
            _ = sweep.PointCount;
        }
        catch (BatchException problem)
        {
            problems.Add(problem.At(section.Find("axes")!.Where));
        }
    }

    private static string Where(BatchException problem, SourceObject section)
    {
        if (problem.Target is SweepAxis axis)
            return ((SourceObject)section.Find("axes")!.Value).Find(axis.Name)!.Where;
        if (problem.ErrorId.StartsWith("JobNameTemplate", StringComparison.Ordinal))
            return section.Find("jobName")?.Value.Where ?? section.Where;
        return (section.Find("fixed") ?? section.Find("axes"))!.Where;
    }
}
