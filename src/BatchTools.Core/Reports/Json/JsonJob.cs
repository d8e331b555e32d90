using System.Text.Json;

namespace BatchTools;

/// <summary>A job in the report for programs.</summary>
internal static class JsonJob
{
    /// <summary>Writes the job, with what it cost where that is known.</summary>
    public static void Write(Utf8JsonWriter writer, Job job, JobCost? cost)
    {
        writer.WriteStartObject();
        WriteMembers(writer, job);
        if (cost is not null)
            JsonCost.Write(writer, cost);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of the job into an object that is begun.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Job job)
    {
        writer.WriteString("jobId", job.JobId);
        writer.WriteString("jobName", job.JobName);
        writer.WriteString("status", job.Status.ToString());
        JsonReport.Text(writer, "statusReason", job.StatusReason);
        Number(writer, "exitCode", job.ExitCode);
        JsonReport.Text(writer, "reason", job.Reason);
        writer.WriteString("jobQueue", job.JobQueue);
        writer.WriteString("jobDefinition", job.JobDefinition);
        JsonReport.Time(writer, "createdAt", job.CreatedAt);
        JsonReport.Time(writer, "startedAt", job.StartedAt);
        JsonReport.Time(writer, "stoppedAt", job.StoppedAt);
        JsonReport.Seconds(writer, "queueTimeSeconds", job.Waited());
        JsonReport.Seconds(writer, "runTimeSeconds", job.RunTime());
        if (job.Vcpu is { } vcpu)
            writer.WriteNumber("vcpu", vcpu);
        Number(writer, "memory", job.Memory);
        Number(writer, "gpu", job.Gpu);
        Number(writer, "arrayIndex", job.ArrayIndex);
        Number(writer, "arraySize", job.ArraySize);
        Texts(writer, "parameters", job.Parameters);
        Texts(writer, "tags", job.Tags);
        JsonReport.Text(writer, "logGroup", job.LogGroup);
        JsonReport.Text(writer, "logStreamName", job.LogStreamName);
        Attempts(writer, job);
    }

    private static void Attempts(Utf8JsonWriter writer, Job job)
    {
        writer.WriteStartArray("attempts");
        foreach (var attempt in job.Attempts)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", attempt.Number);
            JsonReport.Time(writer, "startedAt", attempt.StartedAt);
            JsonReport.Time(writer, "stoppedAt", attempt.StoppedAt);
            Number(writer, "exitCode", attempt.ExitCode);
            JsonReport.Text(writer, "reason", attempt.Reason);
            JsonReport.Text(writer, "statusReason", attempt.StatusReason);
            JsonReport.Text(writer, "logStreamName", attempt.LogStreamName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> texts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in texts)
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }
}
