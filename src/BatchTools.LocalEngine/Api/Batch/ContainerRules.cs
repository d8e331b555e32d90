using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What AWS Batch asks of a container: other members for instances than for Fargate.</summary>
internal static class ContainerRules
{
    // Fargate's vCPUs, and for each the least and the most memory in MiB and the step between.
    private static readonly (decimal Vcpus, int Least, int Most, int Step)[] FargateSizes =
    [
        (0.25m, 512, 2048, 512), (0.5m, 1024, 4096, 1024), (1, 2048, 8192, 1024), (2, 4096, 16_384, 1024),
        (4, 8192, 30_720, 1024), (8, 16_384, 61_440, 4096), (16, 32_768, 122_880, 8192),
    ];

    /// <exception cref="ServiceError">ClientException: AWS would not register it.</exception>
    public static void Check(ContainerProperties container, bool isFargate)
    {
        if (string.IsNullOrEmpty(container.Image))
            throw BatchErrors.Executing("Image is not provided.");
        JobRules.CheckCommand(container.Command);
        JobRules.CheckEnvironment(container.Environment);
        JobRules.CheckRequirements(container.ResourceRequirements);
        if (isFargate)
            CheckFargate(container);
        else
            CheckInstance(container);
        if (container.Vcpus is not null && ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.VCPU) is not null)
            throw BatchErrors.Executing("vcpus and a resourceRequirement of type VCPU cannot both be given");
        if (container.Memory is not null && ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.MEMORY) is not null)
            throw BatchErrors.Executing("memory and a resourceRequirement of type MEMORY cannot both be given");
        JobRules.CheckSizes(container.Vcpus, container.Memory);
    }

    private static void CheckInstance(ContainerProperties container)
    {
        if (ResourceNeeds.Vcpus(container, overrides: null) is null)
            throw BatchErrors.Executing("vCPU is not provided.");
        if (ResourceNeeds.Memory(container, overrides: null) is null)
            throw BatchErrors.Executing("Memory is not provided.");
        if (container.FargatePlatformConfiguration is not null)
            throw NotApplicable("fargatePlatformConfiguration", PlatformCapability.EC2);
        if (container.NetworkConfiguration is not null)
            throw NotApplicable("networkConfiguration", PlatformCapability.EC2);
    }

    private static void CheckFargate(ContainerProperties container)
    {
        if (string.IsNullOrEmpty(container.ExecutionRoleArn))
            throw BatchErrors.Executing("executionRoleArn is required for Fargate jobs");
        if (OnlyForInstances(container).FirstOrDefault(static member => member.Given) is (_, { } name))
            throw NotApplicable(name, PlatformCapability.FARGATE);
        var vcpus = ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.VCPU) ?? throw BatchErrors.Executing("vCPU is not provided.");
        var memory = ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.MEMORY) ?? throw BatchErrors.Executing("Memory is not provided.");
        if (!Array.Exists(FargateSizes, size => size.Vcpus == vcpus && memory >= size.Least && memory <= size.Most && memory % size.Step == 0))
            throw BatchErrors.Executing($"Fargate has no size of {vcpus} vCPU with {memory} MiB of memory");
    }

    private static IEnumerable<(bool Given, string Name)> OnlyForInstances(ContainerProperties container) =>
    [
        (container.Vcpus is not null, "vcpus"),
        (container.Memory is not null, "memory"),
        (container.InstanceType is not null, "instanceType"),
        (container.Privileged == true, "privileged"),
        (ResourceNeeds.Requirement(container.ResourceRequirements, ResourceType.GPU) is not null, "GPU"),
        (container.Volumes?.Exists(static volume => volume.Host?.SourcePath is not null) == true, "volumes.host"),
        (container.LinuxParameters?.Devices is { Count: > 0 }, "linuxParameters.devices"),
        (container.LinuxParameters?.MaxSwap is not null, "linuxParameters.maxSwap"),
        (container.LinuxParameters?.SharedMemorySize is not null, "linuxParameters.sharedMemorySize"),
        (container.LinuxParameters?.Swappiness is not null, "linuxParameters.swappiness"),
        (container.LinuxParameters?.Tmpfs is { Count: > 0 }, "linuxParameters.tmpfs"),
    ];

    private static ServiceError NotApplicable(string member, string platform) => BatchErrors.Executing($"{member} is not applicable to jobs for {platform}");
}
