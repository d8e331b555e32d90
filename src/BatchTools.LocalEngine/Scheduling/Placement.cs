using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>
/// Gives runnable jobs their places: queues by priority, within a queue the first job first. A job that finds no room holds up
/// its own queue, not the queues of lower priority.
/// </summary>
internal sealed class Placement(EngineState state, AttemptDesk desk)
{
    /// <summary>Places what can be placed. Called under the gate.</summary>
    public void Run()
    {
        // What could not be put down would run again after a restart.
        if (state.IsClosing || state.Store.HasFailed)
            return;
        foreach (var queue in state.QueuesByPriority)
        {
            while (queue.Head() is { } job)
            {
                if (FindRoom(queue, job) is not { } environment)
                {
                    job.StatusReason = Obstacle(queue, job) ?? job.StatusReason;
                    break;
                }

                queue.TakeHead();
                desk.Launch(job, environment);
            }
        }
    }

    private static ComputeEnvironment? FindRoom(JobQueue queue, ExecutableJob job)
    {
        foreach (var environment in queue.Environments)
        {
            if (environment.HasRoomFor(job.Submission.Vcpus))
                return environment;
        }

        return null;
    }

    // Why the job can never be placed as things are; null where it only has to wait.
    private static string? Obstacle(JobQueue queue, ExecutableJob job)
    {
        var valid = queue.Environments.Where(static environment => environment.TakesJobs).ToList();
        if (valid.Count == 0)
            return StatusReasons.NoValidEnvironment;
        return valid.All(environment => environment.MaxVcpus < job.Submission.Vcpus) ? StatusReasons.TooManyVcpus : null;
    }
}
