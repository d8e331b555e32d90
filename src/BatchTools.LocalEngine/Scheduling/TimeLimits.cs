using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>A queue's <c>jobStateTimeLimitActions</c>: they end its first job when it has been RUNNABLE for too long for a reason of theirs.</summary>
internal static class TimeLimits
{
    /// <summary>Whether the time of a blocked job is up.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="job">Its first job.</param>
    /// <param name="obstacle">Why it finds no room.</param>
    /// <param name="state">The engine's state.</param>
    /// <param name="reconsider">Called when its time is up later.</param>
    /// <returns>The action's reason; null where the job may wait on.</returns>
    public static string? Expired(JobQueue queue, ExecutableJob job, string? obstacle, EngineState state, Action reconsider)
    {
        Clear(queue);
        if (obstacle is null || (queue.Detail.JobStateTimeLimitActions ?? []).Find(action => Matches(action, obstacle)) is not { } action)
            return null;
        var rest = job.RunnableAt + (action.MaxTimeSeconds!.Value * 1000L) - state.Now;
        if (rest <= 0)
            return action.Reason;
        queue.LimitTimer = state.Time.CreateTimer(_ => reconsider(), state: null, TimeSpan.FromMilliseconds(rest), Timeout.InfiniteTimeSpan);
        return null;
    }

    /// <summary>Nothing is waited for any more.</summary>
    public static void Clear(JobQueue queue)
    {
        queue.LimitTimer?.Dispose();
        queue.LimitTimer = null;
    }

    // An action names a reason by its code, or by its whole text.
    private static bool Matches(JobStateTimeLimitAction action, string obstacle) =>
        obstacle == action.Reason || obstacle.StartsWith(action.Reason + " - ", StringComparison.Ordinal);
}
