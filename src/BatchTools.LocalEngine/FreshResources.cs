using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine;

/// <summary>What a fresh data folder offers: an environment and a queue, both named <c>local</c>.</summary>
internal static class FreshResources
{
    private const string Name = "local";

    public static void Add(EngineState state)
    {
        if (state.Environments.All.Count > 0 || state.Queues.All.Count > 0 || state.Definitions.All.Count > 0)
            return;

        var request = new CreateComputeEnvironmentRequest
        {
            ComputeEnvironmentName = Name,
            Type = CEType.MANAGED,
            ComputeResources = new ComputeResource
            {
                Type = CRType.EC2,
                AllocationStrategy = CRAllocationStrategy.BEST_FIT_PROGRESSIVE,
                MinvCpus = 0,
                MaxvCpus = state.Machine.Processors,
                InstanceTypes = ["optimal"],
                Subnets = [],
                SecurityGroupIds = [],
            },
        };
        var environment = new ComputeEnvironment(state.NextSequence(), EnvironmentRules.Describe(request, state.Names), state.Machine);
        state.Environments.Add(Name, environment);
        state.Store.Save(environment);

        var order = new ComputeEnvironmentOrder { Order = 1, ComputeEnvironment = Name };
        var queueRequest = new CreateJobQueueRequest { JobQueueName = Name, Priority = 1, ComputeEnvironmentOrder = [order] };
        var queue = new JobQueue(state.NextSequence(), Guid.NewGuid(), QueueRules.Describe(queueRequest, [environment], state.Names))
        {
            Environments = [environment],
        };
        state.Queues.Add(Name, queue);
        state.Store.Save(queue);
    }
}
