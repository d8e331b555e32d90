namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What AWS Batch asks of <c>computeResources</c>: other members for instances than for Fargate.</summary>
internal static class ComputeResourceRules
{
    /// <exception cref="ServiceError">ClientException: a member is missing, or not for that type.</exception>
    public static void Check(ComputeResource resources)
    {
        if (resources.Subnets is null or [])
            throw BatchErrors.Executing("Subnets is required.");
        CheckSizes(resources.MinvCpus, resources.DesiredvCpus, resources.MaxvCpus);
        CheckMembers(resources);
        if (resources is { Type: CRType.EC2 or CRType.SPOT } && string.IsNullOrEmpty(resources.InstanceRole))
            throw BatchErrors.Executing("Instance role is required.");
    }

    /// <summary>Checks that the members suit the type.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void CheckMembers(ComputeResource resources)
    {
        if (resources.Type is CRType.FARGATE or CRType.FARGATE_SPOT)
        {
            if (OnlyForInstances(resources).FirstOrDefault(static member => member.Given) is (_, { } name))
                throw BatchErrors.Executing($"{name} is not applicable to a compute environment of type {resources.Type}");
            if (resources.SecurityGroupIds is null or [])
                throw BatchErrors.Executing($"Security groups are required for a compute environment of type {resources.Type}");
        }
        else if (resources is { BidPercentage: not null, Type: not CRType.SPOT })
        {
            throw BatchErrors.Executing($"bidPercentage is not applicable to a compute environment of type {resources.Type}");
        }
        else if (resources.BidPercentage is < 1 or > 100)
        {
            throw BatchErrors.Executing($"bidPercentage must be between 1 and 100; it is {resources.BidPercentage}");
        }

        InstanceTypeRules.Check(resources.InstanceTypes ?? []);
    }

    /// <exception cref="ServiceError">ClientException: the numbers of vCPUs do not fit together.</exception>
    public static void CheckSizes(int? least, int? desired, int? most)
    {
        if (least < 0 || most < 0)
            throw BatchErrors.Executing("minvCpus and maxvCpus must not be negative");
        if (least > most)
            throw BatchErrors.Executing($"minvCpus {least} must be less than or equal to maxvCpus {most}");
        if (desired < (least ?? 0) || desired > most)
            throw BatchErrors.Executing($"desiredvCpus {desired} must be between minvCpus {least ?? 0} and maxvCpus {most}");
    }

    private static IEnumerable<(bool Given, string Name)> OnlyForInstances(ComputeResource resources) =>
    [
        (resources.MinvCpus is not null, "minvCpus"),
        (resources.DesiredvCpus is not null, "desiredvCpus"),
        (resources.InstanceTypes is { Count: > 0 }, "instanceTypes"),
        (resources.InstanceRole is not null, "instanceRole"),
        (resources.AllocationStrategy is not null, "allocationStrategy"),
        (resources.ImageId is not null, "imageId"),
        (resources.Ec2KeyPair is not null, "ec2KeyPair"),
        (resources.Ec2Configuration is { Count: > 0 }, "ec2Configuration"),
        (resources.LaunchTemplate is not null, "launchTemplate"),
        (resources.PlacementGroup is not null, "placementGroup"),
        (resources.BidPercentage is not null, "bidPercentage"),
        (resources.SpotIamFleetRole is not null, "spotIamFleetRole"),
        (resources.Tags is { Count: > 0 }, "tags"),
    ];
}
