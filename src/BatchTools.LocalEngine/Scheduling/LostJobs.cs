using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Takes up a job that was loaded: what ran when the engine ended has lost its host, what had ended counts for its share.</summary>
internal static class LostJobs
{
    public static void TakeUp(EngineState state, JobLifecycle lifecycle, Job job)
    {
        if (job is MultiNodeJob group)
        {
            if (group.Main.State is JobState.Starting or JobState.Running)
            {
                if (group.Nodes.Any(static node => node.Attempts is [.., { IsOver: false }]))
                    UseUp(state, group.Needs);
                NodeOutcome.LoseHost(state, lifecycle, group);
            }
        }
        else
        {
            foreach (var executable in job.Executables.Where(static executable => executable.State is JobState.Starting or JobState.Running))
            {
                UseUp(state, executable.Needs);
                AttemptOutcome.LoseHost(state, lifecycle, executable);
            }
        }

        if (job.Submission.Queue.FairShare is not { } shares)
            return;
        foreach (var executable in job.Executables)
        {
            foreach (var attempt in executable.Attempts.Where(static attempt => attempt is { StartedAt: > 0, StoppedAt: > 0 }))
                shares.AddUsage(job.Submission, attempt.StartedAt, attempt.StoppedAt, executable.Plan.Demand.Vcpus);
        }
    }

    // What cannot be replenished went with the attempt.
    private static void UseUp(EngineState state, JobNeeds needs)
    {
        foreach (var need in needs.Consumables)
        {
            if (!state.ConsumableResources.TryFind(need.Resource, out var resource))
                continue;
            resource.Take(need.Quantity);
            if (resource.Return(need.Quantity))
                state.Store.Save(resource);
        }
    }
}
