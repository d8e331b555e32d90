using Amazon.Batch;
using Amazon.CloudWatchLogs;

namespace BatchTools.Tests;

/// <summary>A connection whose services are stand-ins.</summary>
internal sealed class StandInConnection
{
    public StandInConnection(TimeProvider? clock = null, PollingIntervals? intervals = null, CallRate? rate = null)
    {
        (var batch, Batch) = ServiceStandIn.Make<IAmazonBatch>();
        (var submission, Submission) = ServiceStandIn.Make<IAmazonBatch>();
        (var logs, Logs) = ServiceStandIn.Make<IAmazonCloudWatchLogs>();
        clock ??= new ManualTimeProvider { Hurry = true };
        Connection = new BatchConnection(
            new ServiceClients(batch, submission, logs), intervals ?? PollingIntervals.ForLocal, rate ?? CallRate.Unlimited(clock), CallRate.Unlimited(clock), clock)
        {
            Name = "stand-in",
            Kind = BatchConnectionKind.Aws,
            Region = "us-east-1",
        };
    }

    public BatchConnection Connection { get; }

    public ServiceStandIn Batch { get; }

    public ServiceStandIn Submission { get; }

    public ServiceStandIn Logs { get; }

    public RecordingReporter Reporter { get; } = new();
}
