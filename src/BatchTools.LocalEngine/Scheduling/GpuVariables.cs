using BatchTools.LocalEngine.Scheduling.Nodes;
using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Tells a container which GPUs are its own, in the variables that CUDA and NVIDIA's container runtime go by.</summary>
internal static class GpuVariables
{
    private static readonly string[] Names = ["CUDA_VISIBLE_DEVICES", "NVIDIA_VISIBLE_DEVICES"];

    public static void Add(IDictionary<string, string> environment, ActiveAttempt active, ContainerPlan container)
    {
        var own = (int)Count(container);
        if (own == 0 || active.Hold.Gpus.Length == 0)
            return;
        // Nodes and containers of one job take theirs of its GPUs in their order.
        var before = (int)Before(active.Job, container);
        var indices = string.Join(',', active.Hold.Gpus[before..(before + own)]);
        foreach (var name in Names)
            environment[name] = indices;
    }

    private static decimal Before(ExecutableJob job, ContainerPlan container)
    {
        var nodes = job is NodeJob node ? node.Parent.Nodes.Take(node.Index).Sum(static other => other.Plan.Demand.Gpus) : 0;
        return nodes + job.Plan.Containers.TakeWhile(other => other != container).Sum(Count);
    }

    private static decimal Count(ContainerPlan container) => ResourceNeeds.Of(container.Properties, container.Overrides).Gpus;
}
