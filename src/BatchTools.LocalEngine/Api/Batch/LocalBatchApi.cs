using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>
/// AWS Batch as this engine offers it. Each call works on the state in memory; the router answers once what the call saw and
/// did is on disk.
/// </summary>
internal sealed partial class LocalBatchApi(EngineState state, Scheduler scheduler) : BatchApi
{
    private const int MostResources = 100;

    // Calls end at once: nothing of them waits.
    private Task<T> LockedAsync<T>(Func<T> call)
    {
        lock (state.Gate)
            return Task.FromResult(call());
    }
}
