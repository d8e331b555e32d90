using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Scheduling.Tasks;

/// <summary>
/// A task of several containers: each is an attempt of the runner's, begun when the containers that it depends on have come so
/// far. The end of an essential container ends the others, and how it ended is how the task did.
/// </summary>
internal sealed class TaskRun : IRunningAttempt
{
    private readonly object _gate;
    private readonly AttemptDesk _desk;
    private readonly ActiveAttempt _active;
    private readonly IJobRunner _runner;
    private readonly TaskContainer[] _containers;
    private AttemptEnd? _end;
    private bool _isStopping;
    private bool _hasStarted;

    private TaskRun(object gate, AttemptDesk desk, ActiveAttempt active, IJobRunner runner)
    {
        (_gate, _desk, _active, _runner) = (gate, desk, active, runner);
        _containers = [.. active.Job.Plan.Containers.Select(plan => new TaskContainer(this, active, plan))];
    }

    /// <summary>Begins the containers that wait for no other one. Called under the gate.</summary>
    public static TaskRun Begin(object gate, AttemptDesk desk, ActiveAttempt active, IJobRunner runner)
    {
        var run = new TaskRun(gate, desk, active, runner);
        run.Advance();
        return run;
    }

    public AttemptStart Prepare(TaskContainer container) => _desk.Prepare(_active, container.Plan);

    public void Started(TaskContainer container, int processId)
    {
        lock (_gate)
        {
            container.HasRun = true;
            if (!_hasStarted)
            {
                _hasStarted = true;
                _desk.Started(_active, processId);
            }

            Advance();
        }
    }

    public void Ended(TaskContainer container, AttemptEnd end)
    {
        lock (_gate)
        {
            container.End = end;
            if (container.Plan.IsEssential || end.StartFault is not null || end.HostLost)
            {
                _end ??= end;
                StopAll();
            }

            Advance();
            if (Alive().Any())
                return;
        }

        // Takes its time, so not under the gate; the job is over when nothing of it is left.
        foreach (var each in _containers)
            each.Running?.TaskOver();
        _active.Containers = [.. _containers.Select(Describe)];
        _desk.Ended(_active, _end ?? AttemptEnd.NotStarted("a container on which an essential one depends did not come so far"));
    }

    public void Stop()
    {
        lock (_gate)
            StopAll();
    }

    public void Kill()
    {
        lock (_gate)
        {
            _isStopping = true;
            foreach (var container in Alive().ToList())
                container.Running?.Kill();
        }
    }

    private IEnumerable<TaskContainer> Alive() => _containers.Where(static container => container is { IsBegun: true, End: null });

    private void StopAll()
    {
        if (_isStopping)
            return;
        _isStopping = true;
        foreach (var container in Alive().ToList())
            container.Running?.Stop();
    }

    // Begins what can begin.
    private void Advance()
    {
        foreach (var container in _containers)
        {
            if (_isStopping || container.IsBegun || !TaskConditions.AreMet(container, _containers))
                continue;
            container.IsBegun = true;
            container.Running = _runner.Start(container);
        }
    }

    private static ContainerRun Describe(TaskContainer container) => new(
        container.Plan.Name, container.HasRun, container.End?.ExitCode, container.End is { } end ? AttemptOutcome.Reason(end) : null);
}
