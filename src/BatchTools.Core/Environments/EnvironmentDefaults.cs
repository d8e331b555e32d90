using System.Text.RegularExpressions;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>
/// Fills in what a request for a managed compute environment leaves open: the strategy that suits its capacity, a wide choice of
/// instances, nothing kept when idle, and Amazon Linux 2023.
/// </summary>
internal static partial class EnvironmentDefaults
{
    /// <summary>The most vCPUs of an environment that sets no limit.</summary>
    public const int MaxVcpus = 256;

    /// <summary>The instance profile of an environment that names none: the one that AWS Batch's own console makes.</summary>
    public const string InstanceRole = "ecsInstanceRole";

    private const string Image = "ECS_AL2023";
    private const string ImageWithGpu = "ECS_AL2023_NVIDIA";

    /// <summary>Fills in what is open. A request without computeResources, of an unmanaged environment, stays as it is.</summary>
    public static void Apply(CreateComputeEnvironmentRequest request)
    {
        if (request.ComputeResources is not { } resources)
            return;
        resources.MaxvCpus ??= MaxVcpus;
        if (resources.Type != CRType.EC2 && resources.Type != CRType.SPOT)
            return;
        resources.MinvCpus ??= 0;
        resources.AllocationStrategy ??= resources.Type == CRType.SPOT ? CRAllocationStrategy.SPOT_PRICE_CAPACITY_OPTIMIZED : CRAllocationStrategy.BEST_FIT_PROGRESSIVE;
        if (resources.InstanceTypes is not { Count: > 0 })
            resources.InstanceTypes = ["optimal"];
        resources.InstanceRole ??= InstanceRole;
        resources.Ec2Configuration ??= [.. Images(resources.InstanceTypes).Select(image => new Ec2Configuration { ImageType = image })];
    }

    // Without the image of its own a GPU would not be there for jobs.
    private static IEnumerable<string> Images(IReadOnlyList<string> types)
    {
        if (types.Any(type => !WithGpu().IsMatch(type)))
            yield return Image;
        if (types.Any(type => WithGpu().IsMatch(type)))
            yield return ImageWithGpu;
    }

    [GeneratedRegex(@"^(p|g)\d", RegexOptions.CultureInvariant)]
    private static partial Regex WithGpu();
}
