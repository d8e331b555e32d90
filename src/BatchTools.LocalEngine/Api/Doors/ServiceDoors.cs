using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Api.CloudWatchLogs;
using BatchTools.LocalEngine.Api.EC2;
using BatchTools.LocalEngine.Api.SecurityToken;

namespace BatchTools.LocalEngine.Api;

/// <summary>The services of an engine, by the names that signatures give them.</summary>
internal static class ServiceDoors
{
    public static IReadOnlyDictionary<string, ServiceDoor> Of(BatchApi batch, CloudWatchLogsApi logs, EC2Api ec2, SecurityTokenApi sts) =>
        new Dictionary<string, ServiceDoor>
        {
            ["batch"] = new((request, cancellationToken) => BatchProtocol.DispatchAsync(batch, request, cancellationToken), BatchProtocol.Fail),
            ["logs"] = new((request, cancellationToken) => CloudWatchLogsProtocol.DispatchAsync(logs, request, cancellationToken), CloudWatchLogsProtocol.Fail),
            ["ec2"] = new((request, cancellationToken) => EC2Protocol.DispatchAsync(ec2, request, cancellationToken), EC2Protocol.Fail),
            ["sts"] = new((request, cancellationToken) => SecurityTokenProtocol.DispatchAsync(sts, request, cancellationToken), SecurityTokenProtocol.Fail),
        };
}
