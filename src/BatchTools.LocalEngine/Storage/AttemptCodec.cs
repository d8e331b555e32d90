using System.Buffers;
using System.Text.Json;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Storage;

/// <summary>A job's attempts as one value of a row: JSON with short names.</summary>
internal static class AttemptCodec
{
    public static byte[]? Encode(Attempt[] attempts)
    {
        if (attempts.Length == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>(256 * attempts.Length);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var attempt in attempts)
                Write(json, attempt);
            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Attempt[] Decode(byte[]? encoded)
    {
        if (encoded is null)
            return [];
        using var document = JsonDocument.Parse(encoded);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static void Write(Utf8JsonWriter json, Attempt attempt)
    {
        json.WriteStartObject();
        json.WriteString("task"u8, attempt.TaskId);
        json.WriteString("cluster"u8, attempt.ClusterName);
        json.WriteString("ce"u8, attempt.EnvironmentName);
        json.WriteNumber("pid"u8, attempt.ProcessId);
        json.WriteNumber("started"u8, attempt.StartedAt);
        if (attempt.StoppedAt != 0)
            json.WriteNumber("stopped"u8, attempt.StoppedAt);
        if (attempt.ExitCode is { } exitCode)
            json.WriteNumber("exit"u8, exitCode);
        if (attempt.Reason is { } reason)
            json.WriteString("reason"u8, reason);
        if (attempt.StatusReason is { } statusReason)
            json.WriteString("status"u8, statusReason);
        if (attempt.Containers is { } containers)
            WriteContainers(json, containers);
        json.WriteEndObject();
    }

    private static void WriteContainers(Utf8JsonWriter json, ContainerRun[] containers)
    {
        json.WriteStartArray("containers"u8);
        foreach (var container in containers)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, container.Name);
            json.WriteBoolean("ran"u8, container.HasRun);
            if (container.ExitCode is { } exitCode)
                json.WriteNumber("exit"u8, exitCode);
            if (container.Reason is { } reason)
                json.WriteString("reason"u8, reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ContainerRun ReadContainer(JsonElement json) => new(
        json.GetProperty("name"u8).GetString()!,
        json.GetProperty("ran"u8).GetBoolean(),
        json.TryGetProperty("exit"u8, out var exitCode) ? exitCode.GetInt32() : null,
        json.TryGetProperty("reason"u8, out var reason) ? reason.GetString() : null);

    private static Attempt Read(JsonElement json) => new()
    {
        TaskId = json.GetProperty("task"u8).GetGuid(),
        ClusterName = json.GetProperty("cluster"u8).GetString()!,
        EnvironmentName = json.GetProperty("ce"u8).GetString()!,
        ProcessId = json.GetProperty("pid"u8).GetInt32(),
        StartedAt = json.GetProperty("started"u8).GetInt64(),
        StoppedAt = json.TryGetProperty("stopped"u8, out var stopped) ? stopped.GetInt64() : 0,
        ExitCode = json.TryGetProperty("exit"u8, out var exitCode) ? exitCode.GetInt32() : null,
        Reason = json.TryGetProperty("reason"u8, out var reason) ? reason.GetString() : null,
        StatusReason = json.TryGetProperty("status"u8, out var status) ? status.GetString() : null,
        Containers = json.TryGetProperty("containers"u8, out var containers) ? [.. containers.EnumerateArray().Select(ReadContainer)] : null,
    };
}
