namespace BatchTools;

/// <summary>A measure that metrics are made of.</summary>
/// <param name="Name">What was measured, in words, for messages.</param>
/// <param name="Dimensions">The dimensions of its metrics.</param>
/// <param name="Values">The values.</param>
/// <param name="Time">When it was measured, in local time.</param>
internal sealed record MetricSource(string Name, IReadOnlyList<(string Name, string Value)> Dimensions, IReadOnlyList<MetricValue> Values, DateTime Time)
{
    /// <summary>The metrics of a measure.</summary>
    /// <param name="measure">A <see cref="WorkloadSummary"/> or a <see cref="QueueMeasure"/>.</param>
    public static MetricSource Of(object measure) => measure switch
    {
        WorkloadSummary summary => Of(summary),
        QueueMeasure queue => Of(queue),
        _ => throw new ArgumentException($"{measure.GetType().Name} is no measure.", nameof(measure)),
    };

    private static MetricSource Of(WorkloadSummary summary) => new(
        summary.Workload is { } name ? $"the workload '{name}'" : "a workload",
        summary.Workload is { } workload ? [("Workload", workload)] : [],
        [
            MetricValue.Count("Submitted", summary.JobCount),
            MetricValue.Count("Runnable", summary.StatusCounts.GetValueOrDefault(JobStatus.RUNNABLE)),
            MetricValue.Count("Running", summary.StatusCounts.GetValueOrDefault(JobStatus.RUNNING)),
            MetricValue.Count("Succeeded", summary.Succeeded),
            MetricValue.Count("Failed", summary.Failed),
            MetricValue.Count("Unfinished", summary.Unfinished),
            MetricValue.Percent("SuccessRate", summary.SuccessRate),
            MetricValue.Seconds("Duration", summary.Duration),
            MetricValue.Seconds("TotalRunTime", summary.TotalRunTime),
            MetricValue.Seconds("MeanRunTime", summary.MeanDuration),
            MetricValue.Seconds("MaxRunTime", summary.MaxDuration),
            MetricValue.Seconds("MeanQueueTime", summary.MeanQueueTime),
            MetricValue.Plain("VcpuHours", summary.VcpuHours),
        ],
        summary.CreatedAt);

    private static MetricSource Of(QueueMeasure measure) => new(
        $"the queue '{measure.JobQueueName}'",
        [("JobQueue", measure.JobQueueName)],
        [
            MetricValue.Count("Submitted", measure.Submitted),
            MetricValue.Count("Pending", measure.Pending),
            MetricValue.Count("Runnable", measure.Runnable),
            MetricValue.Count("Starting", measure.Starting),
            MetricValue.Count("Running", measure.Running),
            MetricValue.Count("Succeeded", measure.Succeeded),
            MetricValue.Count("Failed", measure.Failed),
            MetricValue.Count("QueueSize", measure.QueueSize),
            MetricValue.Seconds("OldestRunnable", measure.OldestRunnable),
            MetricValue.Count("VcpusInUse", measure.VcpusInUse),
            MetricValue.Count("MaxVcpus", measure.MaxVcpus),
            MetricValue.Count("AvailableVcpus", measure.AvailableVcpus),
            MetricValue.Percent("Utilization", measure.Utilization),
        ],
        measure.MeasuredAt);
}
