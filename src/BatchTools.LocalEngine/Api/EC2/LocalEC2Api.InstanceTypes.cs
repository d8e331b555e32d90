using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.EC2;

internal sealed partial class LocalEC2Api
{
    private const int MostTypes = 100;

    private static readonly EC2Filters<InstanceTypeOffering> OfferingFilters = new EC2Filters<InstanceTypeOffering>()
        .Add("instance-type", static offering => offering.InstanceType)
        .Add("location", static offering => offering.Location);

    public override Task<DescribeInstanceTypesResponse> DescribeInstanceTypesAsync(DescribeInstanceTypesRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        PageSize(request.MaxResults, request.InstanceTypes, "instanceTypes");
        var wanted = InstanceTypeDescriptions.Filters.Apply(Named(request.InstanceTypes), request.Filters);
        var (page, next) = OffsetPaging.Page(wanted, request.NextToken, request.MaxResults ?? MostTypes, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeInstanceTypesResponse { InstanceTypes = page.ConvertAll(InstanceTypeDescriptions.Describe), NextToken = next });
    }

    public override Task<DescribeInstanceTypeOfferingsResponse> DescribeInstanceTypeOfferingsAsync(DescribeInstanceTypeOfferingsRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        var kind = request.LocationType ?? LocationType.Region;
        IEnumerable<string> locations = kind switch
        {
            LocationType.Region => [region],
            LocationType.AvailabilityZone => _network.Zones.Select(static zone => zone.Name),
            LocationType.AvailabilityZoneId => _network.Zones.Select(static zone => zone.Id),
            _ => [],
        };
        var offerings =
            from type in catalog.Types
            from location in locations
            select new InstanceTypeOffering { InstanceType = type.Name, LocationType = kind, Location = location };
        var (page, next) = OffsetPaging.Page(OfferingFilters.Apply(offerings, request.Filters), request.NextToken, request.MaxResults ?? MostResults, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeInstanceTypeOfferingsResponse { InstanceTypeOfferings = page, NextToken = next });
    }

    private IEnumerable<InstanceType> Named(List<string>? names)
    {
        if (names is not { Count: > 0 })
            return catalog.Types;
        var unknown = names.FindAll(name => catalog.Find(name) is null);
        if (unknown.Count > 0)
        {
            throw new ServiceError(
                "InvalidInstanceType",
                $"The following supplied instance types do not exist: [{Shortened.Text(string.Join(", ", unknown))}]; the local engine knows {catalog.Types.Count} common ones.");
        }

        return catalog.Types.Where(type => names.Contains(type.Name));
    }
}
