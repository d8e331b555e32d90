namespace BatchTools.LocalEngine.Running.Simulated;

/// <summary>Runs nothing: attempts take the time and end as their jobs' environments say.</summary>
/// <param name="time">The engine's clock; where that is a real one, a simulated attempt takes its time in earnest.</param>
/// <param name="seed">Decides what the environments leave to chance.</param>
internal sealed class SimulatedJobRunner(TimeProvider time, int seed) : IJobRunner
{
    public IRunningAttempt Start(IAttempt attempt)
    {
        var simulated = new SimulatedAttempt(attempt, time, seed);
        simulated.Begin();
        return simulated;
    }

    public void Dispose()
    {
        // There is nothing.
    }
}
