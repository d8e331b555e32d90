using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Publishes the totals of workloads and queues as metrics of Amazon CloudWatch.</summary>
/// <remarks>
/// <para>
/// Of a workload: Submitted, Runnable, Running, Succeeded, Failed and Unfinished (Count), SuccessRate (Percent), Duration, TotalRunTime,
/// MeanRunTime, MaxRunTime and MeanQueueTime (Seconds) and VcpuHours, with the dimension Workload. Of a queue: Submitted, Pending,
/// Runnable, Starting, Running, Succeeded, Failed and QueueSize (Count), OldestRunnable (Seconds), VcpusInUse, MaxVcpus, AvailableVcpus
/// (Count) and Utilization (Percent), with the dimension JobQueue. What is not known, such as the duration of what has not ended, is left
/// out. AWS charges for metrics of one's own: https://aws.amazon.com/cloudwatch/pricing/.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchWorkload | Publish-BatchMetric -PassThru</code>
/// <para>Publishes the totals of a queue's jobs, and shows them.</para>
/// </example>
/// <example>
/// <code>Measure-BatchJobQueue local | Publish-BatchMetric -Namespace Lab/Batch -Dimension @{ Stage = 'test' } -WhatIf</code>
/// <para>Tells what would be published of a queue, with a dimension of one's own.</para>
/// </example>
/// <seealso cref="MeasureBatchWorkloadCommand"/>
/// <seealso cref="MeasureBatchJobQueueCommand"/>
[Cmdlet(VerbsData.Publish, "BatchMetric", SupportsShouldProcess = true, DefaultParameterSetName = WorkloadSet)]
[OutputType(typeof(BatchMetric))]
public sealed class PublishBatchMetricCommand : ConnectedCmdlet<object, BatchMetric>
{
    private const string WorkloadSet = "Workload";
    private const string QueueSet = "Queue";

    /// <summary>The totals of workloads, as Measure-BatchWorkload gives them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = WorkloadSet)]
    public WorkloadSummary[] Summary { get; set; } = [];

    /// <summary>The measures of queues, as Measure-BatchJobQueue gives them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = QueueSet)]
    public QueueMeasure[] Measure { get; set; } = [];

    /// <summary>The namespace of the metrics: 1 to 255 characters, not beginning with AWS/. Default: BatchTools.</summary>
    [Parameter]
    [ValidateLength(1, 255)]
    public string Namespace { get; set; } = "BatchTools";

    /// <summary>More dimensions, as a hashtable of names and values.</summary>
    [Parameter]
    public IDictionary? Dimension { get; set; }

    /// <summary>Writes the metrics that were published.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var measure in ParameterSetName == QueueSet ? (object[])Measure : Summary)
            PostToTarget(measure);
    }

    private protected override async IAsyncEnumerable<BatchMetric> RunAsync(
        BatchConnection connection, IAsyncEnumerable<object> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var dimensions = StringMap.From(Dimension);
        var metrics = new Metrics(connection, Namespace);
        var published = input.SelectEachAsync(
            reporter,
            async (measure, cancellation) =>
            {
                var source = MetricSource.Of(measure);
                var values = metrics.Of(source, dimensions);
                if (!await ShouldProcessAsync(Namespace, $"Publish {values.Count} metrics of {source.Name}", "", cancellation))
                    return [];
                await metrics.PublishAsync(values, cancellation);
                return values;
            },
            cancellationToken);
        await foreach (var values in published)
        {
            foreach (var metric in PassThru ? values : [])
                yield return metric;
        }
    }
}
