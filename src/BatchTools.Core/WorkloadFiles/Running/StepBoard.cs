using System.Threading.Channels;

namespace BatchTools.WorkloadFiles;

/// <summary>Knows what became of each step, and which can be taken up next.</summary>
internal sealed class StepBoard
{
    private readonly Channel<WorkloadStep> _ready = Channel.CreateUnbounded<WorkloadStep>();
    private readonly Dictionary<string, StepState> _states;
    private readonly Dictionary<string, StepState> _byJob = new(StringComparer.Ordinal);
    private readonly ILookup<string, WorkloadStep> _afterSubmission;
    private readonly ILookup<string, WorkloadStep> _afterEnd;
    private readonly Dictionary<string, int> _open;
    private readonly object _lock = new();
    private int _left;

    /// <summary>A board on which no step is submitted.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="conditions">Which of their dependencies the client sees to.</param>
    public StepBoard(IReadOnlyList<WorkloadStep> steps, StepConditions conditions)
    {
        var waits = steps.SelectMany(step => step.DependsOn.Where(one => one.Step is not null).Select(one => (Other: one.Step!, Step: step, ForEnd: conditions.IsHeld(step, one)))).ToArray();
        _states = steps.ToDictionary(step => step.Name, _ => new StepState(), StringComparer.Ordinal);
        _afterSubmission = waits.Where(wait => !wait.ForEnd).ToLookup(wait => wait.Other, wait => wait.Step);
        _afterEnd = waits.Where(wait => wait.ForEnd).ToLookup(wait => wait.Other, wait => wait.Step);
        _open = steps.ToDictionary(step => step.Name, step => step.DependsOn.Count(one => one.Step is not null), StringComparer.Ordinal);
        _left = steps.Count;
        foreach (var step in steps.Where(step => _open[step.Name] == 0))
            _ready.Writer.TryWrite(step);
        if (_left == 0)
            _ready.Writer.Complete();
    }

    /// <summary>The steps, each when all that it waits for is so far.</summary>
    public IAsyncEnumerable<WorkloadStep> ReadyAsync(CancellationToken cancellationToken) => _ready.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Whether the end of a step's jobs is waited for.</summary>
    public bool IsWatched(WorkloadStep step) => _afterEnd.Contains(step.Name);

    /// <summary>Whether the end of any step's jobs is waited for.</summary>
    public bool IsAnyWatched => _afterEnd.Count > 0;

    /// <summary>Whether the ids of a step's jobs are needed.</summary>
    public bool IsAwaited(WorkloadStep step) => _afterSubmission.Contains(step.Name) || _afterEnd.Contains(step.Name);

    /// <summary>What became of a step so far.</summary>
    public StepOutcome OutcomeOf(string step)
    {
        lock (_lock)
            return _states[step].Outcome;
    }

    /// <summary>The ids of a step's jobs; null if it was not submitted whole.</summary>
    public IReadOnlyList<string>? IdsOf(string step)
    {
        lock (_lock)
            return _states[step].Ids;
    }

    /// <summary>Notes that a job whose end is waited for was submitted.</summary>
    public void Submitted(WorkloadStep step, string jobId)
    {
        lock (_lock)
        {
            if (_byJob.TryAdd(jobId, _states[step.Name]))
                _states[step.Name].Unfinished++;
        }
    }

    /// <summary>Notes that a job ended, or vanished.</summary>
    public void Ended(string jobId, bool hasSucceeded)
    {
        lock (_lock)
        {
            if (!_byJob.Remove(jobId, out var state))
                return;
            state.Unfinished--;
            state.HasFailed |= !hasSucceeded;
            Settle(state);
        }
    }

    /// <summary>Notes that a step is submitted, which makes others ready.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ids">The ids of its jobs; null if it was not submitted, or not whole.</param>
    /// <param name="isLeftOut">Whether it was left out.</param>
    public void Done(WorkloadStep step, IReadOnlyList<string>? ids, bool isLeftOut)
    {
        lock (_lock)
        {
            var state = _states[step.Name];
            (state.Step, state.Ids, state.IsLeftOut) = (step, ids, isLeftOut);
            state.HasFailed |= ids is null;
            Release(_afterSubmission[step.Name]);
            Settle(state);
            if (--_left == 0)
                _ready.Writer.TryComplete();
        }
    }

    /// <summary>Ends the work for a reason that no step is to blame for.</summary>
    public void Fail(Exception reason) => _ready.Writer.TryComplete(reason);

    private void Settle(StepState state)
    {
        if (state is not { Step: { } step, Unfinished: 0, Outcome: StepOutcome.Open })
            return;
        state.Outcome = state.IsLeftOut ? StepOutcome.LeftOut : state.HasFailed ? StepOutcome.Failed : StepOutcome.Ok;
        Release(_afterEnd[step.Name]);
    }

    private void Release(IEnumerable<WorkloadStep> waiting)
    {
        foreach (var next in waiting.Where(next => --_open[next.Name] == 0))
            _ready.Writer.TryWrite(next);
    }

    private sealed class StepState
    {
        // Set when its submission is over.
        public WorkloadStep? Step { get; set; }

        public IReadOnlyList<string>? Ids { get; set; }

        public bool IsLeftOut { get; set; }

        public int Unfinished { get; set; }

        public bool HasFailed { get; set; }

        public StepOutcome Outcome { get; set; }
    }
}
