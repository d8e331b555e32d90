using System.Collections.Concurrent;
using System.Threading.Channels;

namespace BatchTools.WorkloadFiles;

/// <summary>Knows which steps are submitted, and which can be submitted next.</summary>
internal sealed class StepBoard
{
    private readonly Channel<WorkloadStep> _ready = Channel.CreateUnbounded<WorkloadStep>();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>?> _ids = new(StringComparer.Ordinal);
    private readonly ILookup<string, WorkloadStep> _waiting;
    private readonly Dictionary<string, int> _open;
    private int _left;

    /// <summary>A board on which no step is submitted.</summary>
    public StepBoard(IReadOnlyList<WorkloadStep> steps)
    {
        _waiting = steps.SelectMany(step => Others(step).Select(name => (name, step))).ToLookup(pair => pair.name, pair => pair.step);
        _open = steps.ToDictionary(step => step.Name, step => Others(step).Count());
        _left = steps.Count;
        foreach (var step in steps.Where(step => _open[step.Name] == 0))
            _ready.Writer.TryWrite(step);
        if (_left == 0)
            _ready.Writer.Complete();
    }

    /// <summary>The steps, each when all that it waits for is done.</summary>
    public IAsyncEnumerable<WorkloadStep> ReadyAsync(CancellationToken cancellationToken) => _ready.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Whether other steps wait for a step, and so need its ids.</summary>
    public bool IsAwaited(WorkloadStep step) => _waiting.Contains(step.Name);

    /// <summary>A step that is awaited by the given one and was not submitted; null if all were.</summary>
    public string? Blocker(WorkloadStep step) => Others(step).FirstOrDefault(name => _ids[name] is null);

    /// <summary>The jobs that a step waits for, in AWS's shape.</summary>
    public IReadOnlyList<object?> Dependencies(WorkloadStep step) =>
        [.. from dependency in step.DependsOn
            from id in dependency.Step is { } name ? (IEnumerable<string?>)_ids[name]! : [dependency.JobId]
            select Dependency(id, dependency.Type)];

    /// <summary>Notes that a step is done, which makes others ready.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ids">The ids of its jobs; null if it was not submitted, or not whole.</param>
    public void Done(WorkloadStep step, IReadOnlyList<string>? ids)
    {
        // In whatever order they were answered: the requests of those that wait are the same in every run, and so known again.
        _ids[step.Name] = ids?.Order(StringComparer.Ordinal).ToArray();
        lock (_open)
        {
            foreach (var next in _waiting[step.Name].Where(next => --_open[next.Name] == 0))
                _ready.Writer.TryWrite(next);
            if (--_left == 0)
                _ready.Writer.Complete();
        }
    }

    private static Dictionary<string, object?> Dependency(string? id, string? type)
    {
        var dependency = new Dictionary<string, object?>();
        if (id is not null)
            dependency.Add("jobId", id);
        if (type is not null)
            dependency.Add("type", type);
        return dependency;
    }

    private static IEnumerable<string> Others(WorkloadStep step) => step.DependsOn.Select(dependency => dependency.Step).OfType<string>().Distinct(StringComparer.Ordinal);
}
