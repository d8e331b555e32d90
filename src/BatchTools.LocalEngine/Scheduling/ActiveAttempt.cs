using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>An attempt that is starting or running: its place, its runner's hold on it, and its clock.</summary>
internal sealed class ActiveAttempt(AttemptDesk desk, ExecutableJob job, ComputeEnvironment environment) : IAttempt
{
    public ExecutableJob Job { get; } = job;

    /// <summary>Where it takes its vCPUs from.</summary>
    public ComputeEnvironment Environment { get; } = environment;

    /// <summary>The runner's hold; set before anything can be heard of the attempt.</summary>
    public IRunningAttempt? Running { get; set; }

    public ITimer? Timeout { get; set; }

    public bool HasTimedOut { get; set; }

    /// <summary>The reason of a TerminateJob; null where there was none.</summary>
    public string? TerminationReason { get; set; }

    public string Key { get; } = $"{job.Submission.Sequence}:{job.ArrayIndex}#{job.Attempts.Length}";

    public RunnerKind? Runner { get; } = RunnerTag.Read(environment.Detail.Tags);

    public AttemptStart Prepare() => desk.Prepare(this);

    public void Started(int processId) => desk.Started(this, processId);

    public void Ended(AttemptEnd end) => desk.Ended(this, end);
}
