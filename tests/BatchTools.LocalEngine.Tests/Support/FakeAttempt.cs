using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Tasks;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An attempt in the hands of a <see cref="FakeRunner"/>.</summary>
internal sealed class FakeAttempt(IAttempt attempt, int processId) : IRunningAttempt
{
    public string JobId => attempt switch
    {
        TaskContainer container => container.Job.Id,
        _ => ((ActiveAttempt)attempt).Job.Id,
    };

    public AttemptStart? What { get; private set; }

    public int Stops { get; private set; }

    public int Kills { get; private set; }

    public bool IsOver { get; private set; }

    public void Begin()
    {
        What = attempt.Prepare();
        attempt.Started(processId);
    }

    public void Exit(int? exitCode)
    {
        if (What is null)
            Begin();
        What!.Output.Complete();
        IsOver = true;
        attempt.Ended(AttemptEnd.Exited(exitCode));
    }

    public void CannotStart(string fault)
    {
        IsOver = true;
        attempt.Ended(AttemptEnd.NotStarted(fault));
    }

    public void Stop() => Stops++;

    public void Kill()
    {
        Kills++;
        if (IsOver)
            return;
        if (What is null)
            CannotStart("killed before it was started");
        else
            Exit(137);
    }
}
