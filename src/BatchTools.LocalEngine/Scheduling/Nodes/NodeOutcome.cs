using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Scheduling.Nodes;

/// <summary>What the end of a node's attempt means for its multi-node job.</summary>
internal static class NodeOutcome
{
    /// <summary>Puts down how the attempt ended; the job moves on once the main node and then all others are over. Called under the gate.</summary>
    public static void Apply(EngineState state, JobLifecycle lifecycle, NodeJob node, ActiveAttempt active, AttemptEnd end)
    {
        var group = node.Parent;
        if (node.IsMain)
        {
            // Put down at once: should the engine be killed while it stops the others, the job has ended all the same.
            AttemptOutcome.PutDown(state, node, active, end);
            state.Store.SaveJob(node);
            group.MainEnd = active;
            foreach (var other in group.Others)
            {
                if (other.Active is { } running)
                    AttemptDesk.Terminate(running, StatusReasons.MainNodeEnded);
            }
        }
        else
        {
            PutDown(state, lifecycle, node, active, end);
        }

        if (group.MainEnd is { } main && group.Nodes.All(static one => one.Active is null))
            Conclude(state, lifecycle, group, main);
    }

    /// <summary>The host went away under the nodes that were starting or running; a main node that had ended before has ended as it did.</summary>
    public static void LoseHost(EngineState state, JobLifecycle lifecycle, MultiNodeJob group)
    {
        foreach (var node in group.Others.Where(static node => node.Attempts is [.., { IsOver: false }]))
            AttemptOutcome.FinishLost(state, node);
        if (group.Main.Attempts[^1].IsOver)
            AttemptOutcome.Decide(state, lifecycle, group.Main);
        else
            AttemptOutcome.LoseHost(state, lifecycle, group.Main);
        EndWithMain(lifecycle, group);
    }

    private static void PutDown(EngineState state, JobLifecycle lifecycle, NodeJob node, ActiveAttempt active, AttemptEnd end)
    {
        if (state.IsClosing)
        {
            AttemptOutcome.FinishLost(state, node);
            return;
        }

        var attempt = AttemptOutcome.Finish(state, node, active, end);
        // One that is stopped for the main node's sake ends as the job does.
        if (active.TerminationReason is null)
            lifecycle.End(node, end.ExitCode == 0 ? JobState.Succeeded : JobState.Failed, attempt.StatusReason, attempt.StoppedAt);
        else
            state.Store.SaveJob(node);
    }

    private static void Conclude(EngineState state, JobLifecycle lifecycle, MultiNodeJob group, ActiveAttempt main)
    {
        group.MainEnd = null;
        main.Hold.Release();
        AttemptOutcome.Decide(state, lifecycle, group.Main);
        EndWithMain(lifecycle, group);
    }

    private static void EndWithMain(JobLifecycle lifecycle, MultiNodeJob group)
    {
        var main = group.Main;
        if (!main.IsOver || group.IsOver)
            return;
        foreach (var node in group.Others.Where(static node => !node.IsOver))
            lifecycle.End(node, main.State, main.IsTerminated ? main.StatusReason : StatusReasons.MainNodeEnded, main.StoppedAt);
        lifecycle.End(group, main.State, main.StatusReason, main.StoppedAt);
    }
}
