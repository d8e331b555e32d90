namespace BatchTools.LocalEngine.Running;

/// <summary>Stands for a runner that this machine does not have: no attempt can be started.</summary>
/// <param name="reason">Why.</param>
internal sealed class MissingRunner(string reason) : IJobRunner, IRunningAttempt
{
    public IRunningAttempt Start(IAttempt attempt)
    {
        ThreadPool.QueueUserWorkItem(
            static state => state.Attempt.Ended(AttemptEnd.NotStarted(state.Reason)), (Attempt: attempt, Reason: reason), preferLocal: false);
        return this;
    }

    public void Stop()
    {
        // It has ended, or is about to.
    }

    public void Kill()
    {
        // It has ended, or is about to.
    }

    public void Dispose()
    {
        // There is nothing.
    }
}
