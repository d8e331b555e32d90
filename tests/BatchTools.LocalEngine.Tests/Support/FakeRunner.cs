using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>Runs nothing: a test says when attempts begin and how they end.</summary>
internal sealed class FakeRunner : IJobRunner
{
    private int _lastProcess = 1000;

    /// <summary>The attempts in the order in which they were started.</summary>
    public List<FakeAttempt> Started { get; } = [];

    public IRunningAttempt Start(IAttempt attempt)
    {
        var started = new FakeAttempt(attempt, ++_lastProcess);
        Started.Add(started);
        return started;
    }

    public void Dispose()
    {
    }
}
