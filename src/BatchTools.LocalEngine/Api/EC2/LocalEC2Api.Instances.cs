namespace BatchTools.LocalEngine.Api.EC2;

internal sealed partial class LocalEC2Api
{
    private const int LeastInstances = 5;

    private static readonly EC2Filters<Instance> InstanceFilters = new EC2Filters<Instance>()
        .Add("instance-id", static instance => instance.InstanceId)
        .Add("instance-type", static instance => instance.InstanceType)
        .Add("instance-state-name", static instance => instance.State!.Name)
        .Add("architecture", static instance => instance.Architecture)
        .Add("availability-zone", static instance => instance.Placement!.AvailabilityZone)
        .Add("private-ip-address", static instance => instance.PrivateIpAddress)
        .Add("private-dns-name", static instance => instance.PrivateDnsName)
        .Add("subnet-id", static instance => instance.SubnetId)
        .Add("vpc-id", static instance => instance.VpcId)
        .AddTags(static instance => instance.Tags);

    /// <summary>The one instance is this machine, as ECS names it for container instances.</summary>
    public override Task<DescribeInstancesResponse> DescribeInstancesAsync(DescribeInstancesRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        var size = PageSize(request.MaxResults, request.InstanceIds, "instancesSet");
        if (size is < LeastInstances or > MostResults)
            throw new ServiceError("InvalidParameterValue", $"Value ({size}) for parameter maxResults is invalid. Expecting a value from {LeastInstances} to {MostResults}.");
        var wanted = Named([machine.Describe(_network)], request.InstanceIds, static instance => instance.InstanceId!, "InvalidInstanceID.NotFound", "instance ID");
        var (page, next) = OffsetPaging.Page(InstanceFilters.Apply(wanted, request.Filters), request.NextToken, size, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeInstancesResponse
        {
            Reservations = page.ConvertAll(instance => new Reservation { ReservationId = "r-" + instance.InstanceId![2..], OwnerId = account, Groups = [], Instances = [instance] }),
            NextToken = next,
        });
    }
}
