namespace BatchTools.WorkloadFiles;

/// <summary>The steps of a file and how they wait for each other.</summary>
/// <param name="steps">The steps, in the file's order.</param>
/// <param name="problems">Takes names that are unknown or used twice, and circles.</param>
internal sealed class StepGraph(IReadOnlyList<WorkloadStep> steps, SourceProblems problems)
{
    private readonly Dictionary<string, WorkloadStep> _byName = new(StringComparer.Ordinal);
    private readonly List<WorkloadStep> _ordered = [];
    private readonly Dictionary<WorkloadStep, bool> _done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The steps, each after those that it waits for, else in the file's order.</summary>
    public IReadOnlyList<WorkloadStep> Order()
    {
        foreach (var step in steps.Where(step => !_byName.TryAdd(step.Name, step)))
            problems.Add(nameof(Messages.StepTwice), step.Where, step.Name, _byName[step.Name].Where);
        var checks = new DependencyChecks(_byName, problems);
        foreach (var step in steps)
            checks.Check(step);
        var count = problems.Errors.Count;
        foreach (var step in steps)
            Visit(step);
        if (problems.Errors.Count == count)
            new StepReach(_ordered, problems).Check();
        return _ordered;
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
