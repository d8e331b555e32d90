using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>
/// Gives runnable jobs their places: queues by priority, within a queue in the queue's own order. A job that finds no room holds
/// up its own queue, not the queues of lower priority.
/// </summary>
internal sealed class Placement(EngineState state, JobLifecycle lifecycle, AttemptDesk desk)
{
    /// <summary>Places what can be placed. Called under the gate.</summary>
    public void Run()
    {
        // What could not be put down would run again after a restart.
        if (state.IsClosing || state.HoldsJobs || state.Store.HasFailed)
            return;
        bool again;
        do
        {
            again = false;
            foreach (var queue in state.QueuesByPriority)
                again |= Run(queue);
            // A job that was cancelled for its time may have been what a dependent waited for.
            if (again)
                lifecycle.Settle();
        }
        while (again);
    }

    // Whether a job was ended, which others may have to hear of.
    private bool Run(JobQueue queue)
    {
        var hasEnded = false;
        while (queue.Waiting.Head(state.Now) is { } job)
        {
            if (FindRoom(queue, job) is { } environment)
            {
                queue.Waiting.TakeHead(state.Now);
                desk.Launch(job, environment);
                continue;
            }

            var obstacle = Obstacles.Find(queue, job);
            Explain(job, obstacle);
            if (TimeLimits.Expired(queue, job, obstacle, state, Reconsider) is not { } reason)
                return hasEnded;
            job.IsCancelled = true;
            lifecycle.EndWaiting(job, StatusReasons.TimeLimit(reason));
            hasEnded = true;
        }

        TimeLimits.Clear(queue);
        return hasEnded;
    }

    private ComputeEnvironment? FindRoom(JobQueue queue, ExecutableJob job)
    {
        var needs = job.Needs;
        if (!Hold.IsAvailable(state, needs))
            return null;
        foreach (var environment in queue.Environments)
        {
            if (Obstacles.Suits(environment, job)
                && environment.HasRoomFor(needs.Demand, queue.Waiting.Withheld(environment.Limit.Vcpus, state.Now))
                && environment.MachineHasRoomFor(needs.Demand))
            {
                return environment;
            }
        }

        return null;
    }

    // The reason of a failed attempt stays while its job waits for the next one.
    private static void Explain(ExecutableJob job, string? obstacle)
    {
        if (obstacle is null && !StatusReasons.IsObstacle(job.StatusReason))
            return;
        job.StatusReason = obstacle;
        if (job is NodeJob node)
            node.Parent.StatusReason = obstacle;
    }

    private void Reconsider()
    {
        lock (state.Gate)
            Run();
    }
}
