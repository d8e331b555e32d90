using Amazon;

namespace BatchTools;

/// <summary>
/// Where AWS's price list is asked. It tells the prices of every Region, but has an endpoint in a few only:
/// https://docs.aws.amazon.com/general/latest/gr/billing.html.
/// </summary>
internal static class PriceRegion
{
    /// <summary>The Region of the endpoint that is nearest to a Region.</summary>
    public static RegionEndpoint Near(RegionEndpoint region)
    {
        var name = region.SystemName;
        return RegionEndpoint.GetBySystemName(name[..(name.IndexOf('-', StringComparison.Ordinal) + 1)] switch
        {
            "eu-" or "me-" or "af-" or "il-" => "eu-central-1",
            "ap-" => "ap-south-1",
            "cn-" => "cn-northwest-1",
            _ => "us-east-1",
        });
    }
}
