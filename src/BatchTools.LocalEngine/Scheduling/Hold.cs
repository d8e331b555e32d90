using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>What a job has been given while it is starting or running: its place in an environment and its consumable resources.</summary>
internal sealed class Hold(EngineState state, JobSubmission submission, JobNeeds needs, ComputeEnvironment environment)
{
    // The environment's tags may change while the job runs.
    private readonly bool _ofMachine = environment.NeedsMachine;

    public ComputeEnvironment Environment { get; } = environment;

    /// <summary>The indices of the machine's GPUs that are the job's; none where nothing runs on the machine.</summary>
    public int[] Gpus { get; private set; } = [];

    /// <summary>Whether the consumable resources are there in that number now.</summary>
    public static bool IsAvailable(EngineState state, JobNeeds needs)
    {
        if (needs.Consumables.Count == 0)
            return true;
        return needs.Consumables
            .GroupBy(static need => need.Resource)
            .All(need => state.ConsumableResources.TryFind(need.Key, out var resource) && resource.Available >= need.Sum(static part => part.Quantity));
    }

    /// <summary>Gives it to the job. Called under the gate.</summary>
    public void Take()
    {
        Environment.Take(needs.Demand, _ofMachine);
        if (_ofMachine && needs.Demand.Gpus > 0)
            Gpus = state.Machine.GpuPool.Take((int)needs.Demand.Gpus);
        submission.Queue.Placed(submission, needs.Demand.Vcpus, state.Now);
        foreach (var need in needs.Consumables)
        {
            if (state.ConsumableResources.TryFind(need.Resource, out var resource))
                resource.Take(need.Quantity);
        }
    }

    /// <summary>Takes it back. Called under the gate.</summary>
    public void Release()
    {
        Environment.Return(needs.Demand, _ofMachine);
        state.Machine.GpuPool.Return(Gpus);
        submission.Queue.Released(submission, needs.Demand.Vcpus, state.Now);
        foreach (var need in needs.Consumables)
        {
            if (state.ConsumableResources.TryFind(need.Resource, out var resource) && resource.Return(need.Quantity))
                state.Store.Save(resource);
        }
    }
}
