using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Views;

namespace BatchTools.PowerShell.Commands;

/// <summary>Measures job queues: jobs by state, the oldest that waits, what keeps the head from starting, and the vCPUs of the environments.</summary>
/// <remarks>
/// <para>
/// The children of array jobs count one by one. SUCCEEDED and FAILED count the jobs that AWS Batch still knows, of the last days. AWS
/// Batch gives a reason for the job at the head of a queue alone, some minutes late, and may give one while an instance still boots.
/// </para>
/// <para>
/// -Watch measures again and again until Ctrl+C, asking only for jobs that have not ended or are new: at the end of a pipeline on a terminal the table is drawn in place, else each measure
/// is written as an object.
/// </para>
/// </remarks>
/// <example>
/// <code>Measure-BatchJobQueue local</code>
/// <para>Shows the jobs of a queue by state, and its vCPUs.</para>
/// </example>
/// <example>
/// <code>(Measure-BatchJobQueue local).ComputeEnvironments</code>
/// <para>Shows the least, the present, the most and the available vCPUs of the queue's environments.</para>
/// </example>
/// <example>
/// <code>Measure-BatchJobQueue -Watch -Interval 10</code>
/// <para>Shows all queues, anew every ten seconds, until Ctrl+C.</para>
/// </example>
/// <seealso cref="GetBatchJobQueueSnapshotCommand"/>
/// <seealso cref="MeasureBatchWorkloadCommand"/>
[Cmdlet(VerbsDiagnostic.Measure, "BatchJobQueue")]
[OutputType(typeof(QueueMeasure))]
public sealed class MeasureBatchJobQueueCommand : ConnectedCmdlet<string[], QueueMeasure>
{
    private Redrawing? _screen;

    /// <summary>The queues, as objects, or by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobQueueName", "JobQueueArn", "JobQueue")]
    [SupportsWildcards]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Measures again and again, until Ctrl+C.</summary>
    [Parameter]
    public SwitchParameter Watch { get; set; }

    /// <summary>The pause between two measures with -Watch: a number of seconds, 15s, 1m, or a TimeSpan. Default: 5 seconds.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Watch && MyInvocation.PipelinePosition == MyInvocation.PipelineLength)
            _screen = Redrawing.On(Host, InvokeCommand);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override async IAsyncEnumerable<QueueMeasure> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var measurement = new QueueMeasurement(connection, reporter);
        var names = new List<string[]>();
        await foreach (var record in input.WithCancellation(cancellationToken))
        {
            names.Add(record);
            if (Watch)
                continue;
            await foreach (var measure in MeasureAsync(connection, record, measurement, reporter, cancellationToken))
                yield return measure;
        }

        while (Watch)
        {
            var frame = new List<QueueMeasure>();
            foreach (var record in names)
            {
                await foreach (var measure in MeasureAsync(connection, record, measurement, reporter, cancellationToken))
                {
                    if (_screen is null)
                        yield return measure;
                    frame.Add(measure);
                }
            }

            if (_screen is not null)
                await AskAsync(() => _screen.Draw(frame), cancellationToken);
            await Task.Delay(Interval, connection.TimeProvider, cancellationToken);
        }
    }

    private static IAsyncEnumerable<QueueMeasure> MeasureAsync(
        BatchConnection connection, string[] names, QueueMeasurement measurement, IReporter reporter, CancellationToken cancellationToken) =>
        new JobQueues(connection, reporter).GetAsync(names, cancellationToken)
            .SelectEachAsync(reporter, measurement.MeasureAsync, cancellationToken);
}
