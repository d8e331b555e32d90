using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Api.CloudWatch;
using BatchTools.LocalEngine.Api.CloudWatchLogs;
using BatchTools.LocalEngine.Api.EC2;
using BatchTools.LocalEngine.Api.ECS;
using BatchTools.LocalEngine.Api.Pricing;
using BatchTools.LocalEngine.Api.SecurityToken;

namespace BatchTools.LocalEngine.Api;

/// <summary>The services of an engine, by the names that signatures give them.</summary>
internal static class ServiceDoors
{
    public static IReadOnlyDictionary<string, ServiceDoor> Of(
        BatchApi batch, CloudWatchLogsApi logs, CloudWatchApi monitoring, EC2Api ec2, ECSApi ecs, PricingApi pricing, SecurityTokenApi sts) =>
        new Dictionary<string, ServiceDoor>
        {
            ["batch"] = new((request, cancellationToken) => BatchProtocol.DispatchAsync(batch, request, cancellationToken), BatchProtocol.Fail),
            ["logs"] = new((request, cancellationToken) => CloudWatchLogsProtocol.DispatchAsync(logs, request, cancellationToken), CloudWatchLogsProtocol.Fail),
            ["monitoring"] = new((request, cancellationToken) => CloudWatchProtocol.DispatchAsync(monitoring, request, cancellationToken), CloudWatchProtocol.Fail),
            ["ec2"] = new((request, cancellationToken) => EC2Protocol.DispatchAsync(ec2, request, cancellationToken), EC2Protocol.Fail),
            ["ecs"] = new((request, cancellationToken) => ECSProtocol.DispatchAsync(ecs, request, cancellationToken), ECSProtocol.Fail),
            ["pricing"] = new((request, cancellationToken) => PricingProtocol.DispatchAsync(pricing, request, cancellationToken), PricingProtocol.Fail),
            ["sts"] = new((request, cancellationToken) => SecurityTokenProtocol.DispatchAsync(sts, request, cancellationToken), SecurityTokenProtocol.Fail),
        };
}
