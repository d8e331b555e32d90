using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>
/// Moves jobs from state to state, and what follows from a job's end: dependents, the array's parent, a queue that is being
/// deleted. Called under the gate; <see cref="Settle"/> ends every call from outside.
/// </summary>
internal sealed class JobLifecycle(EngineState state)
{
    // Ends are worked off in a queue: a chain of 10,000 children must not be a recursion of that depth.
    private readonly Queue<Job> _ended = new();

    /// <summary>What was loaded is being looked at: nothing is runnable yet.</summary>
    public bool IsTakingUp { get; set; }

    /// <summary>Brings a new job, linked to its dependencies, to PENDING, RUNNABLE or its end. One that was loaded is taken up where it was.</summary>
    public void Admit(Job job)
    {
        if (job is ArrayJob array)
        {
            Move(array, JobState.Pending);
            foreach (var child in array.Children)
                AdmitOne(child, array.DependencyFailed, array.Outstanding);
            EndIfComplete(array);
        }
        else if (job is MultiNodeJob group)
        {
            AdmitGroup(group);
        }
        else
        {
            AdmitOne((ExecutableJob)job, parentFailed: false, parentOutstanding: 0);
        }
    }

    /// <summary>Moves a job that goes on.</summary>
    public void Move(Job job, JobState to)
    {
        if (job.State == to)
            return;
        var from = job.State;
        job.State = to;
        if (job is ArrayChild child)
        {
            child.Parent.Counts.Move(from, to);
            child.Parent.SummaryUpdatedAt = state.Now;
        }
        else if (!job.IsPart)
        {
            job.Submission.Queue.Moved(job, from, to, state.Now);
        }
        else if (job is NodeJob { IsMain: true } main && !to.IsTerminal())
        {
            Move(main.Parent, to);
        }
    }

    /// <summary>Ends a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="terminal">SUCCEEDED or FAILED.</param>
    /// <param name="reason">The status reason.</param>
    /// <param name="stoppedAt">When the attempt ended with which the job ends. Default: now.</param>
    public void End(Job job, JobState terminal, string? reason, long? stoppedAt = null)
    {
        Move(job, terminal);
        job.StatusReason = reason;
        job.StoppedAt = stoppedAt ?? state.Now;
        state.Store.SaveJob(job);
        _ended.Enqueue(job);
    }

    /// <summary>Ends a multi-node job and those of its nodes that have not ended.</summary>
    public void EndGroup(MultiNodeJob group, JobState terminal, string? reason, long? stoppedAt = null)
    {
        foreach (var node in group.Nodes.Where(static node => !node.IsOver))
            End(node, terminal, reason, stoppedAt);
        End(group, terminal, reason, stoppedAt);
    }

    /// <summary>Ends a job that has no attempt at the time; a node ends with its whole job.</summary>
    public void EndWaiting(ExecutableJob job, string? reason)
    {
        if (job is NodeJob node)
            EndGroup(node.Parent, JobState.Failed, reason);
        else
            End(job, JobState.Failed, reason);
    }

    /// <summary>Lets a job, all of whose dependencies have succeeded, wait for room.</summary>
    public void MakeRunnable(ExecutableJob job)
    {
        var queue = job.Submission.Queue;
        if ((job.EndReason ?? job.Submission.Fault) is { } reason)
        {
            EndWaiting(job, reason);
        }
        else if (queue.Detail.Status == JQStatus.DELETING)
        {
            EndWaiting(job, StatusReasons.QueueDeleted);
        }
        else
        {
            Move(job, JobState.Runnable);
            job.RunnableAt = state.Now;
            queue.Waiting.Enqueue(job);
            // The other nodes wait with the main one, also those that had ended when it was tried before.
            foreach (var node in (job as NodeJob)?.Parent.Others ?? [])
                Move(node, JobState.Runnable);
        }
    }

    /// <summary>
    /// Lets a job wait for its next attempt. While jobs are taken up it is admitted with the others, in the order of their
    /// submission, and waits for its dependencies too: a crash may have taken back the success of one.
    /// </summary>
    public void MakeRunnableAgain(ExecutableJob job)
    {
        if (IsTakingUp)
            Move(job, JobState.Submitted);
        else
            MakeRunnable(job);
    }

    /// <summary>Works off everything that follows from the ends so far.</summary>
    public void Settle()
    {
        while (_ended.TryDequeue(out var job))
        {
            var succeeded = job.State == JobState.Succeeded;
            foreach (var dependent in job.Dependents ?? [])
                DependencyOver(dependent, succeeded);
            job.Dependents = null;
            if (job is ArrayChild child)
                ChildOver(child, succeeded);
            else if (!job.IsPart)
                RemoveIfDeleted(job.Submission.Queue);
        }
    }

    /// <summary>Removes a queue that is being deleted once its last job has ended.</summary>
    public void RemoveIfDeleted(JobQueue queue)
    {
        if (queue.Detail.Status != JQStatus.DELETING || queue.Jobs.Unfinished > 0)
            return;
        queue.LimitTimer?.Dispose();
        state.Queues.Remove(queue.Name);
        state.QueuesChanged();
        state.Store.Remove(queue);
    }

    private void AdmitOne(ExecutableJob job, bool parentFailed, int parentOutstanding)
    {
        // One that lost its host was made runnable already.
        if (job.IsOver || job.State == JobState.Runnable)
            return;
        if (parentFailed || job.DependencyFailed)
            End(job, JobState.Failed, job.EndReason ?? StatusReasons.DependencyFailed);
        else if (job.Outstanding + parentOutstanding > 0)
            Move(job, JobState.Pending);
        else
            MakeRunnable(job);
    }

    private void AdmitGroup(MultiNodeJob group)
    {
        if (group.Main.IsOver || group.Main.State == JobState.Runnable)
            return;
        if (group.DependencyFailed)
        {
            EndGroup(group, JobState.Failed, group.EndReason ?? StatusReasons.DependencyFailed);
        }
        else if (group.Outstanding == 0)
        {
            MakeRunnable(group.Main);
        }
        else
        {
            foreach (var node in group.Nodes)
                Move(node, JobState.Pending);
        }
    }

    private void DependencyOver(Job job, bool succeeded)
    {
        if (job.IsOver)
            return;
        if (!succeeded)
            FailForDependency(job);
        else if (--job.Outstanding == 0)
            Release(job);
    }

    private void Release(Job job)
    {
        if (job is ArrayJob array)
        {
            foreach (var child in array.Children)
            {
                if (child.Outstanding == 0 && child.State == JobState.Pending)
                    MakeRunnable(child);
            }
        }
        else if (job is MultiNodeJob group)
        {
            MakeRunnable(group.Main);
        }
        else if (job is not ArrayChild { Parent.Outstanding: > 0 })
        {
            MakeRunnable((ExecutableJob)job);
        }
    }

    private void FailForDependency(Job job)
    {
        job.EndReason ??= StatusReasons.DependencyFailed;
        if (job is MultiNodeJob group)
        {
            EndGroup(group, JobState.Failed, job.EndReason);
            return;
        }

        if (job is not ArrayJob array)
        {
            End(job, JobState.Failed, job.EndReason);
            return;
        }

        foreach (var child in array.Children)
        {
            if (!child.IsOver)
                End(child, JobState.Failed, child.EndReason ?? array.EndReason);
        }
    }

    private void ChildOver(ArrayChild child, bool succeeded)
    {
        var parent = child.Parent;
        foreach (var array in parent.MatchedDependents ?? [])
            DependencyOver(array.Children[child.Index], succeeded);
        if (parent.IsSequential && child.Index + 1 < parent.Children.Length)
            DependencyOver(parent.Children[child.Index + 1], succeeded);

        EndIfComplete(parent);
    }

    private void EndIfComplete(ArrayJob array)
    {
        if (array.IsOver || array.Counts.Terminal < array.Children.Length)
            return;
        if (array.Counts[JobState.Failed] > 0)
            End(array, JobState.Failed, array.EndReason ?? StatusReasons.ChildFailed);
        else
            End(array, JobState.Succeeded, reason: null);
    }
}
