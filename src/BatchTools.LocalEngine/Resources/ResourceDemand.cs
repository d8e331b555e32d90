namespace BatchTools.LocalEngine.Resources;

/// <summary>What a job takes of its environment while it is starting or running.</summary>
/// <param name="Vcpus">Its vCPUs.</param>
/// <param name="Memory">Its memory in MiB.</param>
/// <param name="Gpus">Its GPUs.</param>
internal readonly record struct ResourceDemand(decimal Vcpus, decimal Memory, decimal Gpus)
{
    public static ResourceDemand operator +(ResourceDemand one, ResourceDemand other) =>
        new(one.Vcpus + other.Vcpus, one.Memory + other.Memory, one.Gpus + other.Gpus);

    public static ResourceDemand operator -(ResourceDemand one, ResourceDemand other) =>
        new(one.Vcpus - other.Vcpus, one.Memory - other.Memory, one.Gpus - other.Gpus);

    /// <summary>Whether each part is no more than the other's.</summary>
    public bool FitsIn(ResourceDemand other) => Vcpus <= other.Vcpus && Memory <= other.Memory && Gpus <= other.Gpus;
}
