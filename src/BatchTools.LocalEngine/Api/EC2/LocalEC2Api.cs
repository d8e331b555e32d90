using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>EC2, as far as it describes what users of Batch look up: the default network, this machine as an instance, instance types and their Spot prices.</summary>
internal sealed partial class LocalEC2Api(InstanceCatalog catalog, LocalInstance machine, string region, string account) : EC2Api
{
    private const int MostResults = 1000;

    private readonly LocalNetwork _network = new(region, account);

    // As EC2 does it: what is allowed to run is not run.
    private static void CheckDryRun(bool? dryRun)
    {
        if (dryRun == true)
            throw new ServiceError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
    }

    // EC2 takes a page's size only where no ids say what is wanted.
    private static int PageSize(int? asked, List<string>? ids, string idsName)
    {
        if (asked is not null && ids is { Count: > 0 })
            throw new ServiceError("InvalidParameterCombination", $"The parameter {idsName} cannot be used with the parameter maxResults");
        return asked ?? MostResults;
    }
}
