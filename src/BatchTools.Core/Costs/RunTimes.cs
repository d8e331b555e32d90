namespace BatchTools;

/// <summary>Finds out how long jobs may run: as told, as earlier jobs of their definition did, or as their timeout allows.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Takes what the look-up tells.</param>
/// <param name="expected">How long an attempt is expected to run; null: nobody told.</param>
internal sealed class RunTimes(BatchConnection connection, IReporter reporter, TimeSpan? expected)
{
    private const int MostEarlier = 100;

    private readonly Dictionary<(string Queue, string Definition), IReadOnlyList<TimeSpan>> _earlier = [];

    /// <summary>How long a job may run.</summary>
    /// <param name="queue">Its queue.</param>
    /// <param name="definition">Its definition, as name or name:revision.</param>
    /// <param name="attempts">How often it is tried.</param>
    /// <param name="timeout">How long an attempt may run; null: without limit.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<RunTime> OfAsync(string queue, string definition, int attempts, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var tries = attempts > 1 ? $", at most {attempts} attempts" : "";
        if (expected is { } told)
            return Within(told, told, $"{ReportText.Duration(told)}, as expected");
        var earlier = await EarlierAsync(queue, definition, cancellationToken);
        if (earlier.Count > 0)
        {
            var (least, most) = (earlier.Min(), earlier.Max());
            return Within(
                least, most,
                $"{(earlier.Count == 1 ? ReportText.Duration(least) : $"{ReportText.Duration(least)} to {ReportText.Duration(most)}")}, as {earlier.Count} earlier {(earlier.Count == 1 ? "job" : "jobs")} of {NameOf(definition)}");
        }

        return timeout is { } limit
            ? new(null, limit, attempts, $"at most {ReportText.Duration(limit)}, the timeout{tries}")
            : new(null, null, attempts, "");

        RunTime Within(TimeSpan least, TimeSpan most, string reason) => timeout is { } limit && limit < most
            ? new(least < limit ? least : limit, limit, attempts, $"{reason}, at most {ReportText.Duration(limit)}, the timeout{tries}")
            : new(least, most, attempts, reason + tries);
    }

    private async Task<IReadOnlyList<TimeSpan>> EarlierAsync(string queue, string definition, CancellationToken cancellationToken)
    {
        if (_earlier.TryGetValue((queue, definition), out var known))
            return known;
        var durations = await DurationsAsync(queue, definition, children: false, cancellationToken);
        if (durations.Count == 0)
            durations = await DurationsAsync(queue, definition, children: true, cancellationToken);
        return _earlier[(queue, definition)] = durations;
    }

    // Array jobs have no run time of their own; their children do.
    private async Task<List<TimeSpan>> DurationsAsync(string queue, string definition, bool children, CancellationToken cancellationToken)
    {
        var durations = new List<TimeSpan>();
        var filter = new JobFilter { JobQueues = [queue], JobDefinition = NameOf(definition), Statuses = [JobStatus.SUCCEEDED], Child = children };
        try
        {
            await foreach (var job in new Jobs(connection, reporter).GetAsync(filter, cancellationToken))
            {
                if (job is { ArraySize: null, Duration: { } duration } && durations.Count < MostEarlier)
                    durations.Add(duration);
                if (durations.Count == MostEarlier)
                    break;
            }
        }
        catch (BatchException error)
        {
            reporter.Verbose($"The durations of earlier jobs of {definition} are not known: {error.Message}");
        }

        return durations;
    }

    private static string NameOf(string definition) => ArnName.WithoutRevision(ArnName.Of(definition));
}
