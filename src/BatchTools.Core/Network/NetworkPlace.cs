namespace BatchTools;

/// <summary>Where in a network capacity is started.</summary>
/// <param name="VpcId">The VPC.</param>
/// <param name="Subnets">The ids of its subnets, one in each Availability Zone.</param>
/// <param name="SecurityGroupIds">The ids of the security groups.</param>
internal sealed record NetworkPlace(string VpcId, IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroupIds);
