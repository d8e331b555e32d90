using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Why the first job of a queue finds no room.</summary>
internal static class Obstacles
{
    /// <summary>The reason in AWS's words; null where the job only has to wait for others to end.</summary>
    public static string? Find(JobQueue queue, ExecutableJob job)
    {
        var demand = job.Needs.Demand;
        var valid = queue.Environments.Where(environment => environment.TakesJobs && IsOfItsKind(environment, job)).ToList();
        if (valid.Count == 0)
            return StatusReasons.NoValidEnvironment;
        if (valid.All(environment => environment.Limit.Vcpus < demand.Vcpus))
            return StatusReasons.TooManyVcpus;
        if (!valid.Exists(environment => demand.FitsIn(environment.Limit) && Suits(environment, job)))
            return StatusReasons.RequirementTooHigh;
        return valid.Find(environment => environment.HasRoomFor(demand) && !environment.MachineHasRoomFor(demand)) is { } crowded
            ? StatusReasons.NoCapacity(crowded.InstanceTypeName)
            : null;
    }

    /// <summary>Whether an environment can run the job at all: it is of its kind, and has instances on which each of its parts fits.</summary>
    public static bool Suits(ComputeEnvironment environment, ExecutableJob job) =>
        IsOfItsKind(environment, job) && job.Submission.Plans.All(plan => environment.HasInstanceFor(plan.Demand));

    // Multi-node jobs need managed On-Demand instances.
    private static bool IsOfItsKind(ComputeEnvironment environment, ExecutableJob job) =>
        job is not NodeJob || environment.Detail is { Type: CEType.MANAGED, ComputeResources.Type: CRType.EC2 };
}
