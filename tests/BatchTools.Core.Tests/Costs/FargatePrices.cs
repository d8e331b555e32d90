using Amazon.Batch.Model;
using Amazon.Pricing.Model;

namespace BatchTools.Tests;

/// <summary>A queue on Fargate, where a vCPU costs 9 cents an hour and a GB one cent.</summary>
internal static class FargatePrices
{
    /// <summary>Lets the service answer for the queue q and its prices.</summary>
    public static void Offer(StandInConnection service)
    {
        service.Batch.On<DescribeJobQueuesRequest, DescribeJobQueuesResponse>(_ => new()
        {
            JobQueues = [new() { JobQueueName = "q", ComputeEnvironmentOrder = [new() { Order = 1, ComputeEnvironment = "e" }] }],
        });
        service.Batch.On<DescribeComputeEnvironmentsRequest, DescribeComputeEnvironmentsResponse>(_ => new()
        {
            ComputeEnvironments = [new() { ComputeEnvironmentName = "e", State = "ENABLED", ComputeResources = new() { Type = "FARGATE" } }],
        });
        service.Pricing.On<GetProductsRequest, GetProductsResponse>(_ => new()
        {
            PriceList = [Price("USE1-Fargate-vCPU-Hours:perCPU", "0.09"), Price("USE1-Fargate-GB-Hours", "0.01")],
        });
    }

    private static string Price(string usage, string price) =>
        """{"product":{"attributes":{"usagetype":"USAGE"}},"terms":{"OnDemand":{"t":{"priceDimensions":{"d":{"pricePerUnit":{"USD":"PRICE"}}}}}},"publicationDate":"2026-11-01T00:00:00Z"}"""
            .Replace("USAGE", usage, StringComparison.Ordinal).Replace("PRICE", price, StringComparison.Ordinal);
}
