using System.Globalization;

namespace BatchTools.PowerShell.Views;

/// <summary>The texts of the table views in module/Formats.</summary>
public static class ViewText
{
    private const string Reset = "\e[0m";

    /// <summary>A duration as short as it can be read: 4.2s, 12:34, 1:02:03, 2d 03:04.</summary>
    /// <param name="duration">The duration; null gives nothing.</param>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => "",
        { Ticks: < 0 } => "0.0s",
        { TotalMinutes: < 1 } time => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + "s",
        { TotalHours: < 1 } time => time.ToString(@"m\:ss", CultureInfo.InvariantCulture),
        { TotalDays: < 1 } time => time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture),
        { } time => time.ToString(@"d\d\ hh\:mm", CultureInfo.InvariantCulture),
    };

    /// <summary>A state, in the colour of its meaning.</summary>
    /// <param name="state">A state of a job, a queue, an environment or a definition.</param>
    /// <param name="colour">Whether the host shows colours.</param>
    public static string State(Enum state, bool colour)
    {
        var name = $"{state}";
        return colour && ColourOf(name) is { } code ? $"{code}{name}{Reset}" : name;
    }

    /// <summary>A job's name, with the size of an array job or the index of its child, the nodes of a multi-node job or the index of one.</summary>
    /// <param name="job">The job.</param>
    public static string Name(Job job) => job switch
    {
        { ArraySize: { } size } => $"{job.JobName}[{size}]",
        { ArrayIndex: { } index } => $"{job.JobName}:{index}",
        { NodeIndex: { } node } => $"{job.JobName}#{node}",
        { NodeCount: { } nodes } => $"{job.JobName}#[{nodes}]",
        _ => job.JobName,
    };

    /// <summary>Names and values on one line: temperature=250 pressure=1.5.</summary>
    /// <param name="parameters">The names and values.</param>
    /// <typeparam name="T">The values.</typeparam>
    public static string Parameters<T>(IEnumerable<KeyValuePair<string, T>> parameters)
        where T : notnull => string.Join(' ', parameters.Select(parameter => $"{parameter.Key}={SweepValue.Text(parameter.Value)}"));

    /// <summary>An amount of memory: 512 MiB, 2 GiB.</summary>
    /// <param name="mebibytes">The amount in MiB; null gives nothing.</param>
    public static string Memory(int? mebibytes) => mebibytes switch
    {
        null => "",
        >= 1024 and { } much when much % 1024 == 0 => $"{much / 1024} GiB",
        { } some => $"{some} MiB",
    };

    /// <summary>Where a line of a log comes from: sim:3 (id), attempt 2, container side.</summary>
    /// <param name="line">The line.</param>
    public static string LogSource(JobLogEvent line) =>
        $"{LogText.Source(line)} ({line.JobId}), attempt {line.Attempt}{(line.Container is { } container ? $", container {container}" : "")}";

    /// <summary>A line of a log with its time.</summary>
    /// <param name="line">The line.</param>
    /// <param name="colour">Whether the host shows colours.</param>
    public static string LogLine(JobLogEvent line, bool colour) => $"{Time(line)} {LogText.Visible(line.Message, colour)}";

    /// <summary>A line of one of many logs, with its time and the mark of its job.</summary>
    /// <param name="line">The line.</param>
    /// <param name="colour">Whether the host shows colours.</param>
    public static string FollowedLine(JobLogEvent line, bool colour) =>
        $"{Time(line)} {LogText.Mark(line, colour)} {LogText.Visible(line.Message, colour)}";

    private static string Time(JobLogEvent line) => line.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string? ColourOf(string state) => state switch
    {
        "SUCCEEDED" or "VALID" or "ACTIVE" or "Create" => "\e[32m",
        "FAILED" or "INVALID" or "Remove" => "\e[31m",
        "RUNNING" or "STARTING" => "\e[36m",
        "DISABLED" or "INACTIVE" or "DELETING" or "DELETED" or "Change" => "\e[33m",
        _ => null,
    };
}
