using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Finds a network for an environment whose request names none.</summary>
/// <param name="connection">Where to look.</param>
/// <param name="reporter">Hears what was found.</param>
internal sealed class EnvironmentNetwork(BatchConnection connection, IReporter reporter)
{
    /// <summary>Puts subnets into a request that has none, and security groups where they lack too. Others stay as they are.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vpcId">The VPC; null: the Region's default VPC.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BatchException">There is no such VPC, or nothing to use in it; it says what to pass.</exception>
    public async Task CompleteAsync(CreateComputeEnvironmentRequest request, string? vpcId, CancellationToken cancellationToken)
    {
        if (request.ComputeResources is not { Subnets: not { Count: > 0 } } resources)
            return;
        var place = await new Networks(connection).FindAsync(vpcId, cancellationToken);
        resources.Subnets = [.. place.Subnets];
        if (resources.SecurityGroupIds is not { Count: > 0 })
            resources.SecurityGroupIds = [.. place.SecurityGroupIds];
        reporter.Verbose(
            $"The compute environment '{request.ComputeEnvironmentName}' gets {string.Join(", ", resources.Subnets)} and {string.Join(", ", resources.SecurityGroupIds)} of {place.VpcId}.");
    }
}
