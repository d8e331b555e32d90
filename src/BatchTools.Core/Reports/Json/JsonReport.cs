using System.Text.Json;

namespace BatchTools;

/// <summary>
/// The report for programs: one JSON object. `schemaVersion` rises when a member changes its meaning or goes away; new members
/// may come without that. Times are ISO 8601 with offset, durations are seconds, what is unknown is left out.
/// </summary>
internal static class JsonReport
{
    private const int SchemaVersion = 1;
    private const int JobsPerFlush = 500;

    /// <summary>Writes the report.</summary>
    public static void Write(WorkloadSummary summary, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteString("createdAt", ReportText.Iso(summary.CreatedAt));
        WriteSummary(writer, summary);
        writer.WriteStartArray("jobs");
        foreach (var (job, index) in summary.Jobs.Select((job, index) => (job, index)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            JsonJob.Write(writer, job, summary.Costs?.GetValueOrDefault(job.JobId));
            if (index % JobsPerFlush == 0)
                writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes all but the jobs, into an object that is begun.</summary>
    internal static void WriteSummary(Utf8JsonWriter writer, WorkloadSummary summary)
    {
        Text(writer, "workload", summary.Workload);
        Connection(writer, summary.Connection);
        Totals(writer, summary);
        Failures(writer, summary.Failures);
    }

    /// <summary>Writes text, if there is any.</summary>
    internal static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Writes a time, if it is known.</summary>
    internal static void Time(Utf8JsonWriter writer, string name, DateTime? time)
    {
        if (time is { } moment)
            writer.WriteString(name, ReportText.Iso(moment));
    }

    /// <summary>Writes a duration in seconds, if it is known.</summary>
    internal static void Seconds(Utf8JsonWriter writer, string name, TimeSpan? duration)
    {
        if (duration is { } length)
            writer.WriteNumber(name, Math.Round(length.TotalSeconds, 3));
    }

    private static void Connection(Utf8JsonWriter writer, BatchConnection? connection)
    {
        if (connection is null)
            return;
        writer.WriteStartObject("connection");
        writer.WriteString("name", connection.Name);
        writer.WriteString("kind", connection.Kind == BatchConnectionKind.Local ? "local" : "aws");
        writer.WriteString("region", connection.Region);
        Text(writer, "endpoint", connection.Endpoint?.ToString());
        writer.WriteEndObject();
    }

    private static void Totals(Utf8JsonWriter writer, WorkloadSummary summary)
    {
        writer.WriteStartObject("totals");
        writer.WriteNumber("jobs", summary.JobCount);
        writer.WriteNumber("succeeded", summary.Succeeded);
        writer.WriteNumber("failed", summary.Failed);
        writer.WriteNumber("unfinished", summary.Unfinished);
        if (summary.SuccessRate is { } rate)
            writer.WriteNumber("successRate", Math.Round(rate, 6));
        writer.WriteStartObject("statusCounts");
        foreach (var (status, count) in summary.StatusCounts)
            writer.WriteNumber(status.ToString(), count);
        writer.WriteEndObject();
        Time(writer, "startedAt", summary.StartedAt);
        Time(writer, "stoppedAt", summary.StoppedAt);
        Seconds(writer, "durationSeconds", summary.Duration);
        Seconds(writer, "totalRunTimeSeconds", summary.TotalRunTime);
        if (summary.VcpuHours is { } hours)
            writer.WriteNumber("vcpuHours", Math.Round(hours, 6));
        Statistics(writer, "runTime", summary.RunTime);
        Statistics(writer, "queueTime", summary.QueueTime);
        if (summary.Cost is { } cost)
            JsonCost.Write(writer, cost);
        writer.WriteEndObject();
    }

    private static void Statistics(Utf8JsonWriter writer, string name, DurationStatistics? statistics)
    {
        if (statistics is null)
            return;
        writer.WriteStartObject(name);
        writer.WriteNumber("count", statistics.Count);
        Seconds(writer, "minSeconds", statistics.Min);
        Seconds(writer, "meanSeconds", statistics.Mean);
        Seconds(writer, "medianSeconds", statistics.Median);
        Seconds(writer, "maxSeconds", statistics.Max);
        writer.WriteEndObject();
    }

    private static void Failures(Utf8JsonWriter writer, IEnumerable<FailureGroup> failures)
    {
        writer.WriteStartArray("failures");
        foreach (var failure in failures)
        {
            writer.WriteStartObject();
            writer.WriteString("reason", failure.Reason);
            writer.WriteNumber("count", failure.Count);
            writer.WriteStartArray("jobNames");
            foreach (var name in failure.JobNames)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
