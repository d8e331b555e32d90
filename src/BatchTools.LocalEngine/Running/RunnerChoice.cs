namespace BatchTools.LocalEngine.Running;

/// <summary>Hands each attempt to the runner that its compute environment asks for, else to the engine's own.</summary>
/// <param name="own">The engine's own kind.</param>
/// <param name="make">Makes a runner when the first attempt asks for it.</param>
internal sealed class RunnerChoice(RunnerKind own, Func<RunnerKind, IJobRunner> make) : IJobRunner
{
    // Attempts are started under the engine's gate, one at a time.
    private readonly Dictionary<RunnerKind, IJobRunner> _runners = [];

    public IRunningAttempt Start(IAttempt attempt)
    {
        var kind = attempt.Runner ?? own;
        if (!_runners.TryGetValue(kind, out var runner))
            _runners.Add(kind, runner = make(kind));
        return runner.Start(attempt);
    }

    public void Dispose()
    {
        foreach (var runner in _runners.Values)
            runner.Dispose();
    }
}
