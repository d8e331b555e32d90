using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>An attempt that is starting or running: its place, its runner's hold on it, and its clock.</summary>
internal sealed class ActiveAttempt(AttemptDesk desk, ExecutableJob job, Hold hold) : IAttempt
{
    public ExecutableJob Job { get; } = job;

    /// <summary>What it has been given; nodes of one job share theirs.</summary>
    public Hold Hold { get; } = hold;

    /// <summary>How the containers of a task of several ended; null for a single container.</summary>
    public ContainerRun[]? Containers { get; set; }

    /// <summary>The runner's hold; set before anything can be heard of the attempt.</summary>
    public IRunningAttempt? Running { get; set; }

    public ITimer? Timeout { get; set; }

    public bool HasTimedOut { get; set; }

    /// <summary>The reason of a TerminateJob; null where there was none.</summary>
    public string? TerminationReason { get; set; }

    /// <summary>It is being stopped.</summary>
    public bool IsToEnd => HasTimedOut || TerminationReason is not null;

    public string Key { get; } = $"{job.Submission.Sequence}:{job.PartIndex}#{job.Attempts.Length}";

    public RunnerKind? Runner { get; } = RunnerTag.Read(hold.Environment.Detail.Tags);

    public AttemptStart Prepare() => desk.Prepare(this, Job.Plan.Containers[0]);

    public void Started(int processId) => desk.Started(this, processId);

    public void Ended(AttemptEnd end) => desk.Ended(this, end);
}
