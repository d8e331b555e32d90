using System.Text.Json;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>What commands give as JSON. Members are named as in the report for programs.</summary>
internal static class JsonResults
{
    public static void Job(Terminal terminal, Job job) => JsonLine.Write(terminal.Output, "job", json => JsonJob.WriteMembers(json, job));

    public static void Summary(Terminal terminal, WorkloadSummary summary) => JsonLine.Write(terminal.Output, "summary", json => JsonReport.WriteSummary(json, summary));

    public static void LogLine(Terminal terminal, JobLogEvent line) => JsonLine.Write(terminal.Output, "logEvent", json =>
    {
        JsonReport.Time(json, "timestamp", line.Timestamp);
        json.WriteString("jobId", line.JobId);
        json.WriteString("jobName", line.JobName);
        json.WriteNumber("attempt", line.Attempt);
        JsonReport.Text(json, "container", line.Container);
        json.WriteString("logStreamName", line.LogStreamName);
        json.WriteString("message", line.Message);
    });

    public static void Resource(Terminal terminal, ResourceChange change) => JsonLine.Write(terminal.Output, "resource", json =>
    {
        json.WriteString("action", change.Action.ToString().ToLowerInvariant());
        json.WriteString("kind", change.Kind);
        json.WriteString("name", change.Name);
        json.WriteStartArray("differences");
        foreach (var difference in change.Differences)
            Difference(json, difference);
        json.WriteEndArray();
    });

    public static void Step(Terminal terminal, StepOutlook step) => JsonLine.Write(terminal.Output, "step", json =>
    {
        json.WriteString("name", step.Name);
        json.WriteString("kind", step.IsSweep ? "sweep" : "job");
        json.WriteNumber("jobs", step.JobCount);
        json.WriteNumber("submitted", step.Submitted);
        json.WriteNumber("left", step.Left);
    });

    private static void Difference(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteString("path", difference.Path);
        json.WritePropertyName("old");
        JsonSerializer.Serialize(json, difference.Old);
        json.WritePropertyName("new");
        JsonSerializer.Serialize(json, difference.New);
        json.WriteEndObject();
    }
}
