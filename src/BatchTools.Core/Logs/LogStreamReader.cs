using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools;

/// <summary>Reads the events of one log stream.</summary>
internal sealed class LogStreamReader(LogStream stream, LogOptions options)
{
    private const int EventsInOnePage = 10_000;
    private string? _token;

    /// <summary>The events from where the last reading ended up to now.</summary>
    /// <exception cref="BatchException">The stream does not exist, or cannot be read.</exception>
    public async IAsyncEnumerable<JobLogEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The end is where the token repeats; an empty page is not the end.
        while (true)
        {
            var page = await PageAsync(startFromHead: true, _token, EventsInOnePage, cancellationToken);
            foreach (var one in page.Events ?? [])
                yield return ToEvent(one);
            var atEnd = page.NextForwardToken is null || page.NextForwardToken == _token;
            _token = page.NextForwardToken ?? _token;
            if (atEnd)
                break;
        }
    }

    /// <summary>The last events, so many; a later <see cref="ReadAsync"/> goes on after them.</summary>
    /// <exception cref="BatchException">The stream does not exist, or cannot be read.</exception>
    public async IAsyncEnumerable<JobLogEvent> ReadTailAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = new Stack<List<OutputLogEvent>>();
        var left = count;
        string? backward = null;
        while (left > 0)
        {
            var page = await PageAsync(startFromHead: false, backward, Math.Min(left, EventsInOnePage), cancellationToken);
            _token ??= page.NextForwardToken;
            pages.Push(page.Events ?? []);
            left -= page.Events?.Count ?? 0;
            if (page.NextBackwardToken is null || page.NextBackwardToken == backward)
                break;
            backward = page.NextBackwardToken;
        }

        foreach (var one in pages.SelectMany(page => page))
            yield return ToEvent(one);
    }

    private Task<GetLogEventsResponse> PageAsync(bool startFromHead, string? from, int limit, CancellationToken cancellationToken)
    {
        var connection = stream.Job.Connection;
        var request = new GetLogEventsRequest
        {
            LogGroupName = stream.Group,
            LogStreamName = stream.Name,
            StartFromHead = startFromHead,
            NextToken = from,
            Limit = limit,
            StartTime = options.Since?.ToUniversalTime(),
        };
        return new ServiceCall(connection, "logs:GetLogEvents", stream.Name)
            .InvokeAsync(cancel => connection.Logs.GetLogEventsAsync(request, cancel), cancellationToken);
    }

    private JobLogEvent ToEvent(OutputLogEvent one) => new()
    {
        Timestamp = (one.Timestamp ?? default).ToLocalTime(),
        Message = one.Message ?? "",
        JobId = stream.Job.JobId,
        JobName = stream.Job.JobName,
        ArrayIndex = stream.Job.ArrayIndex,
        Attempt = stream.Attempt,
        LogStreamName = stream.Name,
        Connection = stream.Job.Connection,
    };
}
