using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Scheduling.Nodes;
using BatchTools.LocalEngine.Storage;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>What can be done with jobs. Each call takes the gate, and leaves everything settled and placed.</summary>
internal sealed class Scheduler
{
    private static readonly TimeSpan ClosingGrace = TimeSpan.FromSeconds(2);

    private readonly EngineState _state;
    private readonly JobLifecycle _lifecycle;
    private readonly AttemptDesk _desk;
    private readonly Placement _placement;

    public Scheduler(EngineState state, AttemptPreparation preparation, IJobRunner runner, AttemptJournal? journal)
    {
        _state = state;
        _lifecycle = new JobLifecycle(state);
        _desk = new AttemptDesk(state, _lifecycle, preparation, runner, journal);
        _placement = new Placement(state, _lifecycle, _desk);
        _desk.Reconsider = _placement.Run;
    }

    /// <summary>Takes in a new job.</summary>
    public void Submit(JobSubmission submission, IReadOnlyList<Dependency> dependencies)
    {
        lock (_state.Gate)
        {
            var job = submission.MakeJob();
            _state.Jobs.Add(job);
            _state.Store.AddJob(submission);
            DependencyLinks.Link(job, dependencies);
            _lifecycle.Admit(job);
            SettleAndPlace();
        }
    }

    /// <summary>Takes up the jobs that were loaded: what was starting or running has lost its host, the rest goes on where it was.</summary>
    public void TakeUp(IReadOnlyList<Job> loaded)
    {
        lock (_state.Gate)
        {
            foreach (var job in loaded.Where(static job => !job.IsOver))
                DependencyLinks.Link(job, DependencyReader.ReadAgain(_state.Jobs, job.Submission.Request));
            _lifecycle.IsTakingUp = true;
            foreach (var job in loaded)
                LostJobs.TakeUp(_state, _lifecycle, job);
            _lifecycle.IsTakingUp = false;
            foreach (var job in loaded.Where(static job => !job.IsOver))
                _lifecycle.Admit(job);
            SettleAndPlace();
        }
    }

    /// <summary>Cancels what has not started yet; the rest goes on. An id that names no job is no error.</summary>
    public void Cancel(string id, string reason)
    {
        lock (_state.Gate)
        {
            if (FindUnfinished(id) is not { } job)
                return;
            if (job is MultiNodeJob group)
                CancelGroup(group, reason);
            else
                CancelAll(job, reason);
            SettleAndPlace();
        }
    }

    /// <summary>Ends a job whatever it does. An id that names no job is no error.</summary>
    public void Terminate(string id, string reason)
    {
        lock (_state.Gate)
        {
            if (FindUnfinished(id) is not { } job)
                return;
            TerminateAll(job, reason);
            SettleAndPlace();
        }
    }

    /// <summary>Ends all jobs of a queue that is being deleted. Called under the gate.</summary>
    public void EmptyQueue(Resources.JobQueue queue)
    {
        foreach (var job in queue.Jobs.InProgress().ToList())
            TerminateAll(job, StatusReasons.QueueDeleted, marked: false);
        _lifecycle.Settle();
        _lifecycle.RemoveIfDeleted(queue);
    }

    /// <summary>Environments or queues have changed. Called under the gate.</summary>
    public void Reconsider() => _placement.Run();

    /// <summary>Stops placing and ends what runs; those attempts count as lost with their host.</summary>
    public async Task CloseAsync()
    {
        IReadOnlyList<ActiveAttempt> active;
        lock (_state.Gate)
        {
            _state.IsClosing = true;
            active = _desk.Snapshot();
        }

        foreach (var attempt in active)
            attempt.Running?.Stop();
        if (!await _desk.WaitUntilIdleAsync(ClosingGrace))
        {
            foreach (var attempt in active)
                attempt.Running?.Kill();
            await _desk.WaitUntilIdleAsync(Timeout.InfiniteTimeSpan);
        }
    }

    // A node stands for its whole job.
    private Job? FindUnfinished(string id) =>
        (_state.Jobs.Find(id) is NodeJob node ? node.Parent : _state.Jobs.Find(id)) is { IsOver: false } job ? job : null;

    private void CancelAll(Job job, string reason)
    {
        foreach (var executable in job.Executables)
            CancelOne(executable, reason);
        if (job is not ArrayJob array)
            return;
        array.IsCancelled = true;
        array.EndReason ??= reason;
        _state.Store.SaveJob(array);
    }

    private void CancelGroup(MultiNodeJob group, string reason)
    {
        switch (group.State)
        {
            case JobState.Pending when group.EndReason is null:
                group.IsCancelled = true;
                group.EndReason = group.Main.EndReason = reason;
                _state.Store.SaveJob(group);
                _state.Store.SaveJob(group.Main);
                break;
            case JobState.Submitted or JobState.Runnable:
                group.IsCancelled = true;
                _lifecycle.EndGroup(group, JobState.Failed, reason);
                break;
        }
    }

    private void CancelOne(ExecutableJob job, string reason)
    {
        switch (job.State)
        {
            case JobState.Pending when job.EndReason is null:
                // Its end comes when its dependencies are over.
                job.IsCancelled = true;
                job.EndReason = reason;
                _state.Store.SaveJob(job);
                break;
            case JobState.Submitted or JobState.Runnable:
                job.IsCancelled = true;
                _lifecycle.End(job, JobState.Failed, reason);
                break;
        }
    }

    private void TerminateAll(Job job, string reason, bool marked = true)
    {
        foreach (var executable in job.Executables.Where(static job => !job.IsOver))
        {
            executable.IsTerminated |= marked;
            executable.EndReason = reason;
            if (executable.Active is { } active)
            {
                AttemptDesk.Terminate(active, reason);
                _state.Store.SaveJob(executable);
            }
            else if (job is not MultiNodeJob)
            {
                _lifecycle.End(executable, JobState.Failed, reason);
            }
        }

        if (job is SingleJob or ArrayChild)
            return;
        job.IsTerminated |= marked;
        job.EndReason = reason;
        if (job is MultiNodeJob { Main.Active: null, MainEnd: null } group)
            _lifecycle.EndGroup(group, JobState.Failed, reason);
        else
            _state.Store.SaveJob(job);
    }

    private void SettleAndPlace()
    {
        _lifecycle.Settle();
        _placement.Run();
    }
}
