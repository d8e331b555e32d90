using BatchTools.LocalEngine.Scheduling.Nodes;
using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Which GPUs are a container's own, and the variables by which CUDA and NVIDIA's container runtime are told.</summary>
internal static class GpuVariables
{
    private static readonly string[] Names = ["CUDA_VISIBLE_DEVICES", "NVIDIA_VISIBLE_DEVICES"];

    /// <summary>The indices of the container's GPUs among the machine's.</summary>
    public static int[] Indices(ActiveAttempt active, ContainerPlan container)
    {
        var own = (int)Count(container);
        if (own == 0 || active.Hold.Gpus.Length == 0)
            return [];
        // Nodes and containers of one job take theirs of its GPUs in their order.
        var before = (int)Before(active.Job, container);
        return active.Hold.Gpus[before..(before + own)];
    }

    /// <summary>Tells a process of them. In a container they are numbered anew, from 0.</summary>
    public static void Add(IDictionary<string, string> environment, int[] indices)
    {
        if (indices.Length == 0)
            return;
        foreach (var name in Names)
            environment[name] = string.Join(',', indices);
    }

    private static decimal Before(ExecutableJob job, ContainerPlan container)
    {
        var nodes = job is NodeJob node ? node.Parent.Nodes.Take(node.Index).Sum(static other => other.Plan.Demand.Gpus) : 0;
        return nodes + job.Plan.Containers.TakeWhile(other => other != container).Sum(Count);
    }

    private static decimal Count(ContainerPlan container) => ResourceNeeds.Of(container.Properties, container.Overrides).Gpus;
}
