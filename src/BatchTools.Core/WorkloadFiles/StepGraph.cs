namespace BatchTools.WorkloadFiles;

/// <summary>The steps of a file and how they wait for each other.</summary>
/// <param name="steps">The steps, in the file's order.</param>
/// <param name="problems">Takes names that are unknown or used twice, and circles.</param>
internal sealed class StepGraph(IReadOnlyList<WorkloadStep> steps, SourceProblems problems)
{
    private const int MostDependencies = 20;

    private readonly Dictionary<string, WorkloadStep> _byName = new(StringComparer.Ordinal);
    private readonly List<WorkloadStep> _ordered = [];
    private readonly Dictionary<WorkloadStep, bool> _done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The steps, each after those that it waits for, else in the file's order.</summary>
    public IReadOnlyList<WorkloadStep> Order()
    {
        foreach (var step in steps.Where(step => !_byName.TryAdd(step.Name, step)))
            problems.Add(nameof(Messages.StepTwice), step.Where, step.Name, _byName[step.Name].Where);
        foreach (var step in steps)
            Check(step);
        foreach (var step in steps)
            Visit(step);
        return _ordered;
    }

    private void Check(WorkloadStep step)
    {
        var count = 0L;
        foreach (var dependency in step.DependsOn)
        {
            if (dependency.Step is not { } name)
            {
                count++;
                if (dependency.JobId is null && dependency.Type != "SEQUENTIAL") // an array alone may wait for itself, child by child
                    problems.Add(nameof(Messages.DependencyEmpty), dependency.Where);
            }
            else if (_byName.TryGetValue(name, out var other))
            {
                count += other.JobCount;
            }
            else
            {
                problems.Add(nameof(Messages.DependencyUnknown), dependency.Where, name, NearestName.Suggest(name, _byName.Keys));
            }
        }

        if (count > MostDependencies)
            problems.Add(BatchException.For(nameof(Messages.DependenciesTooMany), ErrorKind.InvalidInput, step.Name, step.Name, count).At(step.Where));
    }

    // Depth first, with the way on a stack of its own: a chain of steps may be longer than the thread's stack.
    private void Visit(WorkloadStep start)
    {
        if (_done.ContainsKey(start))
            return;
        var way = new Stack<(WorkloadStep Step, IEnumerator<WorkloadStep> Next)>();
        Enter(start, way);
        while (way.TryPeek(out var here))
        {
            if (!here.Next.MoveNext())
            {
                way.Pop();
                _done[here.Step] = true;
                _ordered.Add(here.Step);
            }
            else if (!_done.TryGetValue(here.Next.Current, out var done))
            {
                Enter(here.Next.Current, way);
            }
            else if (!done)
            {
                Circle(here.Next.Current, way);
            }
        }
    }

    private void Enter(WorkloadStep step, Stack<(WorkloadStep Step, IEnumerator<WorkloadStep> Next)> way)
    {
        _done[step] = false;
        var next = step.DependsOn.Where(dependency => dependency.Step is not null && _byName.ContainsKey(dependency.Step)).Select(dependency => _byName[dependency.Step!]);
        way.Push((step, next.GetEnumerator()));
    }

    private void Circle(WorkloadStep step, Stack<(WorkloadStep Step, IEnumerator<WorkloadStep> Next)> way)
    {
        var names = way.Select(one => one.Step).TakeWhile(one => !ReferenceEquals(one, step)).Select(one => one.Name).Append(step.Name).Reverse().Append(step.Name);
        problems.Add(nameof(Messages.DependencyCircle), step.Where, string.Join(" → ", names));
    }
}
