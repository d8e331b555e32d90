using Amazon.Batch;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.Pricing;

namespace BatchTools.Tests;

/// <summary>A connection whose services are stand-ins.</summary>
internal sealed class StandInConnection
{
    public StandInConnection(TimeProvider? clock = null, PollingIntervals? intervals = null, CallRate? rate = null)
    {
        (var batch, Batch) = ServiceStandIn.Make<IAmazonBatch>();
        (var submission, Submission) = ServiceStandIn.Make<IAmazonBatch>();
        (var logs, Logs) = ServiceStandIn.Make<IAmazonCloudWatchLogs>();
        (var ec2, EC2) = ServiceStandIn.Make<IAmazonEC2>();
        (var pricing, Pricing) = ServiceStandIn.Make<IAmazonPricing>();
        (var metrics, CloudWatch) = ServiceStandIn.Make<IAmazonCloudWatch>();
        clock ??= new ManualTimeProvider { Hurry = true };
        Connection = new BatchConnection(
            new ServiceClients(batch, submission, logs) { EC2 = new(ec2), Pricing = new(pricing), CloudWatch = new(metrics) },
            intervals ?? PollingIntervals.ForLocal, rate ?? CallRate.Unlimited(clock), CallRate.Unlimited(clock), clock)
        {
            Name = "stand-in",
            Kind = BatchConnectionKind.Aws,
            Region = "us-east-1",
            JournalDirectory = PassingFolder.New(),
        };
    }

    public BatchConnection Connection { get; }

    public ServiceStandIn Batch { get; }

    public ServiceStandIn Submission { get; }

    public ServiceStandIn Logs { get; }

    public ServiceStandIn EC2 { get; }

    public ServiceStandIn Pricing { get; }

    public ServiceStandIn CloudWatch { get; }

    public RecordingReporter Reporter { get; } = new();
}
