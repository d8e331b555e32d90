using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>What an attempt's end means for its job.</summary>
internal static class AttemptOutcome
{
    /// <summary>Puts down how the attempt ended and moves the job on. Called under the gate.</summary>
    public static void Apply(EngineState state, JobLifecycle lifecycle, ExecutableJob job, ActiveAttempt active, AttemptEnd end)
    {
        PutDown(state, job, active, end);
        Decide(state, lifecycle, job);
    }

    /// <summary>Puts down how the attempt ended, the job being as it was.</summary>
    public static void PutDown(EngineState state, ExecutableJob job, ActiveAttempt active, AttemptEnd end)
    {
        if (state.IsClosing || end.HostLost)
            FinishLost(state, job);
        else
            Finish(state, job, active, end);
    }

    /// <summary>Moves the job on by how its newest attempt ended.</summary>
    public static void Decide(EngineState state, JobLifecycle lifecycle, ExecutableJob job)
    {
        var attempt = job.Attempts[^1];
        if (attempt is { ExitCode: 0, StatusReason: StatusReasons.ContainerExited })
            lifecycle.End(job, JobState.Succeeded, attempt.StatusReason, attempt.StoppedAt);
        else
            RetryOrFail(state, lifecycle, job, mayRetry: job.EndReason is null && attempt.StatusReason != StatusReasons.TimedOut);
    }

    /// <summary>The host went away under the attempt: it ends so, and the job is tried again by its own rules.</summary>
    public static void LoseHost(EngineState state, JobLifecycle lifecycle, ExecutableJob job)
    {
        FinishLost(state, job);
        Decide(state, lifecycle, job);
    }

    /// <summary>Puts down how the attempt ended.</summary>
    public static Attempt Finish(EngineState state, ExecutableJob job, ActiveAttempt active, AttemptEnd end) => Finish(state, job, job.Attempts[^1] with
    {
        ExitCode = end.ExitCode,
        Reason = Reason(end),
        StatusReason = active.TerminationReason
            ?? (active.HasTimedOut ? StatusReasons.TimedOut : end.StartFault is null ? StatusReasons.ContainerExited : StatusReasons.StartFailed),
        Containers = active.Containers,
    });

    /// <summary>Puts down that the attempt's host went away.</summary>
    public static void FinishLost(EngineState state, ExecutableJob job)
    {
        Finish(state, job, job.Attempts[^1] with { StatusReason = StatusReasons.HostLost(state.Identity.InstanceId) });
        state.Store.SaveJob(job);
    }

    /// <summary>What AWS gives as the container's reason; null for none.</summary>
    public static string? Reason(AttemptEnd end) => end switch
    {
        { Reason: { } reason } => reason,
        { StartFault: { } fault } => StatusReasons.CannotStart(fault),
        { ExitCode: null } => StatusReasons.ExitCodeUnknown,
        _ => null,
    };

    private static Attempt Finish(EngineState state, ExecutableJob job, Attempt attempt)
    {
        attempt = attempt with { StoppedAt = state.Now };
        job.Attempts = [.. job.Attempts[..^1], attempt];
        return attempt;
    }

    private static void RetryOrFail(EngineState state, JobLifecycle lifecycle, ExecutableJob job, bool mayRetry)
    {
        var attempt = job.Attempts[^1];
        if (mayRetry && ExitRules.Retries(job.Submission.RetryStrategy, job.Attempts.Length, attempt))
        {
            state.Store.SaveJob(job);
            lifecycle.MakeRunnableAgain(job);
            if (!job.IsOver)
                job.StatusReason = attempt.StatusReason;
        }
        else
        {
            lifecycle.End(job, JobState.Failed, job.EndReason ?? attempt.StatusReason, attempt.StoppedAt);
        }
    }
}
