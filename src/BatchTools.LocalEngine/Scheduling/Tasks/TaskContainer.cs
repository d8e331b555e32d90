using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Scheduling.Tasks;

/// <summary>One container of a task that is running, as its runner sees it.</summary>
internal sealed class TaskContainer(TaskRun task, ActiveAttempt active, ContainerPlan plan) : IAttempt
{
    public ContainerPlan Plan { get; } = plan;

    public ExecutableJob Job => active.Job;

    /// <summary>The runner's hold; null before its turn.</summary>
    public IRunningAttempt? Running { get; set; }

    /// <summary>It was handed to the runner.</summary>
    public bool IsBegun { get; set; }

    /// <summary>Its process runs or ran.</summary>
    public bool HasRun { get; set; }

    /// <summary>How it ended; null while it has not.</summary>
    public AttemptEnd? End { get; set; }

    public string Key => $"{active.Key}/{Plan.Name}";

    public RunnerKind? Runner => active.Runner;

    public AttemptStart Prepare() => task.Prepare(this);

    public void Started(int processId) => task.Started(this, processId);

    public void Ended(AttemptEnd end) => task.Ended(this, end);
}
