using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Scheduling.Nodes;
using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Tasks;
using BatchTools.LocalEngine.Storage;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Starts attempts, hears of them from the runner, and decides what becomes of their jobs.</summary>
internal sealed class AttemptDesk(EngineState state, JobLifecycle lifecycle, AttemptPreparation preparation, IJobRunner runner, AttemptJournal? journal)
{
    // Timers take some 49 days at most, job timeouts any time.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    private readonly HashSet<ActiveAttempt> _active = [];
    private TaskCompletionSource? _idle;

    /// <summary>Called under the gate when room has become free or jobs have become runnable.</summary>
    public Action Reconsider { get; set; } = static () => { };

    public AttemptStart Prepare(ActiveAttempt active, ContainerPlan container) => preparation.Prepare(active, container);

    /// <summary>Gives a job its place and starts an attempt; of a multi-node job, the main node's. Called under the gate.</summary>
    public void Launch(ExecutableJob job, ComputeEnvironment environment)
    {
        var hold = new Hold(state, job.Submission, job.Needs, environment);
        hold.Take();
        Start(job, hold);
    }

    /// <summary>The process runs: STARTING becomes RUNNING.</summary>
    public void Started(ActiveAttempt active, int processId)
    {
        lock (state.Gate)
        {
            var job = active.Job;
            job.StartedAt = state.Now;
            job.Attempts = [.. job.Attempts[..^1], job.Attempts[^1] with { ProcessId = processId, StartedAt = job.StartedAt }];
            if (job is ArrayChild { Parent: { StartedAt: 0 } parent })
                parent.StartedAt = job.StartedAt;
            lifecycle.Move(job, JobState.Running);
            state.Store.SaveJob(job);
            if (job is NodeJob node)
                NodeStarted(node, active);
            else
                StartTimeout(active);
        }
    }

    /// <summary>The attempt is over.</summary>
    public void Ended(ActiveAttempt active, AttemptEnd end)
    {
        lock (state.Gate)
        {
            if (!_active.Remove(active))
                return;
            active.Timeout?.Dispose();
            active.Job.Active = null;
            if (active.Job is NodeJob node)
            {
                NodeOutcome.Apply(state, lifecycle, node, active, end);
            }
            else
            {
                active.Hold.Release();
                AttemptOutcome.Apply(state, lifecycle, active.Job, active, end);
            }

            lifecycle.Settle();
            Reconsider();
            if (_active.Count == 0)
                _idle?.TrySetResult();
        }
    }

    /// <summary>Stops an attempt whose job was terminated. Called under the gate.</summary>
    public static void Terminate(ActiveAttempt active, string reason)
    {
        active.TerminationReason ??= reason;
        active.Running?.Stop();
    }

    /// <summary>The attempts that are starting or running. Called under the gate.</summary>
    public IReadOnlyList<ActiveAttempt> Snapshot() => [.. _active];

    /// <summary>Waits until no attempt is left.</summary>
    /// <param name="limit">How long at most.</param>
    /// <returns>False where some are left.</returns>
    public async Task<bool> WaitUntilIdleAsync(TimeSpan limit)
    {
        Task idle;
        lock (state.Gate)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_active.Count == 0)
                _idle.TrySetResult();
            idle = _idle.Task;
        }

        try
        {
            // By the system's clock: processes end in real time, whatever clock the engine goes by.
            await idle.WaitAsync(limit);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void Start(ExecutableJob job, Hold hold)
    {
        job.Attempts =
        [
            .. job.Attempts,
            new Attempt { TaskId = Guid.NewGuid(), ClusterName = hold.Environment.ClusterName, EnvironmentName = hold.Environment.Name },
        ];
        job.StatusReason = null;
        lifecycle.Move(job, JobState.Starting);
        var active = new ActiveAttempt(this, job, hold);
        job.Active = active;
        journal?.Add(Journaled(active), () => _active.Select(Journaled));
        _active.Add(active);
        if (job.Plan.Containers.Count > 1)
            active.Running = TaskRun.Begin(state.Gate, this, active, runner);
        else
            active.Running = runner.Start(active);
    }

    private static StartedAttempt Journaled(ActiveAttempt active)
    {
        var (job, attempt) = (active.Job, active.Job.Attempts[^1]);
        return new StartedAttempt(job.Submission.Sequence, job.PartIndex ?? StateSchema.NoChild, job.Attempts.Length, attempt.TaskId, attempt.ClusterName, attempt.EnvironmentName);
    }

    private void NodeStarted(NodeJob node, ActiveAttempt active)
    {
        if (!node.IsMain)
            return;
        node.Parent.StartedAt = node.StartedAt;
        StartTimeout(active);
        if (active.IsToEnd || state.IsClosing)
            return;
        foreach (var other in node.Parent.Others)
            Start(other, active.Hold);
    }

    private void StartTimeout(ActiveAttempt active)
    {
        if (active.Job.Submission.Timeout is { } limit)
            SetTimeout(active, limit);
    }

    private void SetTimeout(ActiveAttempt active, TimeSpan rest)
    {
        active.Timeout?.Dispose();
        active.Timeout = state.Time.CreateTimer(
            _ => TimeOut(active), state: null, rest < LongestTimer ? rest : LongestTimer, Timeout.InfiniteTimeSpan);
    }

    private void TimeOut(ActiveAttempt active)
    {
        lock (state.Gate)
        {
            if (active.Job.Active != active)
                return;
            var rest = active.Job.Submission.Timeout!.Value - TimeSpan.FromMilliseconds(state.Now - active.Job.StartedAt);
            if (rest > TimeSpan.Zero)
            {
                SetTimeout(active, rest);
                return;
            }

            active.HasTimedOut = true;
        }

        active.Running?.Stop();
    }
}
