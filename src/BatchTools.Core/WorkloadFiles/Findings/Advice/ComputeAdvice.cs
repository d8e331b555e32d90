using System.Globalization;

namespace BatchTools.WorkloadFiles;

/// <summary>Finds jobs that ask for more than any environment of their queue has, and so would wait for ever.</summary>
internal static class ComputeAdvice
{
    private const decimal MostFargateVcpus = 16;
    private const int MostFargateMemory = 122_880;

    /// <summary>Jobs that can not start.</summary>
    public static IEnumerable<BatchException> Find(WorkloadScene scene) => scene.Uses.Where(use => use.Places.Count > 0).SelectMany(Find);

    private static IEnumerable<BatchException> Find(SceneUse use)
    {
        var (over, container) = (use.Request.ContainerOverrides, use.Definition?.ContainerProperties);
#pragma warning disable CS0618 // Definitions of old still hold the older members.
        var vcpu = ResourceRequirements.Vcpu(over?.ResourceRequirements, null) ?? ResourceRequirements.Vcpu(container?.ResourceRequirements, container?.Vcpus);
        var memory = ResourceRequirements.Memory(over?.ResourceRequirements, null) ?? ResourceRequirements.Memory(container?.ResourceRequirements, container?.Memory);
#pragma warning restore CS0618
        var gpu = ResourceRequirements.Gpu(over?.ResourceRequirements) ?? ResourceRequirements.Gpu(container?.ResourceRequirements);
        var (name, queue, where) = (use.Step.Name, use.Step.Job.JobQueue, use.Step.Source);
        var most = use.Places.Max(place => place.MaxVcpus ?? int.MaxValue);
        if (vcpu > most)
            yield return WorkloadAdvice.Say(nameof(Messages.ComputeTooSmall), where, name, Number(vcpu), queue, most);
        if (!use.Places.All(place => place.IsFargate))
            yield break;
        if (vcpu > MostFargateVcpus || memory > MostFargateMemory)
            yield return WorkloadAdvice.Say(nameof(Messages.FargateTooSmall), where, name, Number(vcpu), memory, queue);
        if (gpu > 0)
            yield return WorkloadAdvice.Say(nameof(Messages.FargateWithoutGpu), where, name, gpu, queue);
    }

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "no";
}
