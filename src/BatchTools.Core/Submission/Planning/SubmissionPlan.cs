using System.Globalization;
using System.Text;

namespace BatchTools;

/// <summary>What a submission would do, counted without doing it.</summary>
internal sealed class SubmissionPlan
{
    private readonly SortedSet<string> _queues = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _definitions = new(StringComparer.Ordinal);
    private int _smallest = int.MaxValue;
    private int _largest;
    private string? _first;
    private string? _last;

    /// <summary>The jobs, an array job counting as one: as many calls of SubmitJob.</summary>
    public int Jobs { get; private set; }

    /// <summary>Those that are array jobs.</summary>
    public int Arrays { get; private set; }

    /// <summary>The jobs that would run: children of arrays, and the others.</summary>
    public long Runs { get; private set; }

    /// <summary>Those that were submitted to the workload before, and would not be again.</summary>
    public int Known { get; set; }

    /// <summary>What the jobs would cost; null where that was not asked for.</summary>
    public CostEstimate? Cost { get; set; }

    /// <summary>The queues, for a sentence.</summary>
    public string Queues => string.Join(", ", _queues);

    /// <summary>Counts one more request.</summary>
    public void Add(PreparedJob job)
    {
        Jobs++;
        var size = job.Request.ArrayProperties?.Size;
        Arrays += size is null ? 0 : 1;
        Runs += size ?? 1;
        _first ??= job.Request.JobName;
        _last = job.Request.JobName;
        _queues.Add(ArnName.Of(job.Request.JobQueue));
        _definitions.Add(job.Definition?.ToString() ?? ArnName.Of(job.Request.JobDefinition));
        var payload = job.Text.Length;
        (_smallest, _largest) = (Math.Min(_smallest, payload), Math.Max(_largest, payload));
    }

    /// <summary>The plan, a line for each thing to know.</summary>
    /// <param name="callsPerSecond">How many jobs the connection submits a second; null: as many as it can.</param>
    /// <param name="limit">How many may be unfinished at a time; null: all.</param>
    public string Text(double? callsPerSecond, int? limit)
    {
        var text = new StringBuilder();
        Line(text, "Jobs", $"{Count(Jobs)}: {_first}{(Jobs > 1 ? $" to {_last}" : "")}");
        if (Known > 0)
            Line(text, "Done before", $"{Count(Known)}, not submitted again");
        if (Arrays > 0)
            Line(text, "Array jobs", $"{Count(Arrays)}, {Count(Runs)} jobs in all that run");
        Line(text, "Definition", string.Join(", ", _definitions));
        Line(text, "Calls", $"{Count(Jobs)} of SubmitJob{(callsPerSecond is { } rate ? $", {Time(Jobs / rate)} at {Count((long)rate)} a second" : "")}");
        Line(text, "Payload", $"{(_smallest == _largest ? "" : $"{Count(_smallest)} to ")}{Count(_largest)} of {Count(RequestRules.LargestPayload)} bytes");
        if (limit is { } most)
            Line(text, "At a time", $"{Count(most)} unfinished at most");
        foreach (var (line, name) in (Cost?.Lines() ?? []).Zip(Enumerable.Repeat("", int.MaxValue).Prepend("Cost")))
            Line(text, name, line);
        return text.ToString();
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => TimeSpan.FromSeconds(Math.Ceiling(seconds)).ToString("c", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string name, string value) => text.Append(CultureInfo.InvariantCulture, $"\n  {name,-11} {value}");
}
