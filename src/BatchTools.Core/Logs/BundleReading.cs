using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads the logs of many jobs, short ones together by few calls, and each that is long by itself.</summary>
internal sealed class BundleReading(IReporter reporter, LogOptions options)
{
    // Two calls a stream are what reading by itself takes at least.
    private const int FewestStreams = 3;

    private readonly JobLogReading _reading = new(reporter, options);

    /// <summary>The lines of the jobs, in the order of jobs and attempts.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobLogEvent>> ReadAsync(
        IReadOnlyList<Job> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var streams = jobs.SelectMany(_reading.StreamsOf).ToArray();
        var gathered = new Dictionary<LogStream, IReadOnlyList<JobLogEvent>>();
        if (options is { Head: null, Tail: null })
        {
            foreach (var group in streams.Where(IsAtRest).GroupBy(stream => (stream.Job.Connection, stream.Group)).Where(group => group.Count() >= FewestStreams))
                await GatherAsync([.. group], gathered, cancellationToken);
        }

        foreach (var stream in streams)
        {
            if (gathered.TryGetValue(stream, out var lines))
            {
                if (lines.Count > 0)
                    yield return lines;
                continue;
            }

            await foreach (var page in _reading.ReadAsync(stream, cancellationToken))
                yield return page;
        }
    }

    // First all of them by what their names begin with; if that finds too much, by their names.
    private async Task GatherAsync(
        LogStream[] streams, Dictionary<LogStream, IReadOnlyList<JobLogEvent>> gathered, CancellationToken cancellationToken)
    {
        var isGathered = false;
        if (streams.Length > StreamSearch.MostNames && StreamSearch.ByPrefix(streams, options) is { } search)
            isGathered = await TryGatherAsync(search, streams, gathered, cancellationToken);
        foreach (var names in isGathered ? [] : streams.Chunk(StreamSearch.MostNames))
            await TryGatherAsync(StreamSearch.ByNames(names, options), names, gathered, cancellationToken);
    }

    private async Task<bool> TryGatherAsync(
        StreamSearch search, LogStream[] streams, Dictionary<LogStream, IReadOnlyList<JobLogEvent>> gathered, CancellationToken cancellationToken)
    {
        try
        {
            if (await search.RunAsync(cancellationToken) is not { } found)
                return false;
            foreach (var stream in streams)
            {
                // A stream without a line may not be there; reading it by itself tells. A filter leaves many without one.
                if (found.TryGetValue(stream.Name, out var lines))
                    gathered[stream] = lines;
                else if (options.Filter is not null)
                    gathered[stream] = [];
            }

            return true;
        }
        catch (BatchException error) when (LogProblems.IsMissing(error) || LogProblems.IsOfOneLog(error))
        {
            // One stream that is not there, or no permission for this call: reading one by one tells which, or does without.
            reporter.Verbose(error.Message);
            return false;
        }
    }

    private static bool IsAtRest(LogStream stream) => stream.Job.IsFinished;
}
