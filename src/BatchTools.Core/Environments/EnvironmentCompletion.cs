using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>
/// Brings a request for a compute environment into the form that AWS Batch takes: what does not apply to its type of capacity is left
/// out, with a warning.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="warn">Hears of what was left out.</param>
internal sealed class EnvironmentCompletion(CreateComputeEnvironmentRequest request, Action<string> warn)
{
    /// <summary>Completes the request.</summary>
    public void Complete()
    {
        if (request.ComputeResources is not { } resources)
            return;
        if (resources.Type == CRType.FARGATE || resources.Type == CRType.FARGATE_SPOT)
            LeaveOutInstances(resources);
        else if (resources.Type != CRType.SPOT)
            LeaveOutSpot(resources);
    }

    private void LeaveOutInstances(ComputeResource resources)
    {
        resources.MinvCpus = LeaveOut(resources.MinvCpus is 0 ? null : resources.MinvCpus, "minvCpus");
        resources.DesiredvCpus = LeaveOut(resources.DesiredvCpus is 0 ? null : resources.DesiredvCpus, "desiredvCpus");
        resources.AllocationStrategy = LeaveOut(resources.AllocationStrategy, "allocationStrategy");
        resources.BidPercentage = LeaveOut(resources.BidPercentage, "bidPercentage");
        resources.Ec2Configuration = LeaveOut(resources.Ec2Configuration, "ec2Configuration");
        resources.Ec2KeyPair = LeaveOut(resources.Ec2KeyPair, "ec2KeyPair");
#pragma warning disable CS0618 // Requests of old still hold the older member.
        resources.ImageId = LeaveOut(resources.ImageId, "imageId");
#pragma warning restore CS0618
        resources.InstanceRole = LeaveOut(resources.InstanceRole, "instanceRole");
        resources.InstanceTypes = LeaveOut(resources.InstanceTypes, "instanceTypes");
        resources.LaunchTemplate = LeaveOut(resources.LaunchTemplate, "launchTemplate");
        resources.PlacementGroup = LeaveOut(resources.PlacementGroup, "placementGroup");
        resources.SpotIamFleetRole = LeaveOut(resources.SpotIamFleetRole, "spotIamFleetRole");
        resources.Tags = LeaveOut(resources.Tags, "tags");
    }

    private void LeaveOutSpot(ComputeResource resources)
    {
        resources.BidPercentage = LeaveOut(resources.BidPercentage, "bidPercentage");
        resources.SpotIamFleetRole = LeaveOut(resources.SpotIamFleetRole, "spotIamFleetRole");
    }

    private T? LeaveOut<T>(T? value, string member)
    {
        if (value is not null)
            warn(BatchException.Text(nameof(Messages.MemberNotForType), request.ComputeEnvironmentName, member, request.ComputeResources!.Type));
        return default;
    }
}
