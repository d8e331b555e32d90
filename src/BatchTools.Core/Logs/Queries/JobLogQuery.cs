using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools;

/// <summary>Searches the logs of whole workloads by CloudWatch Logs Insights, and tells how many bytes that scanned.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of the bytes that were scanned, for which AWS charges, and of jobs without a log.</param>
public sealed class JobLogQuery(BatchConnection connection, IReporter reporter)
{
    private const string Activity = "Searching logs";

    /// <summary>Runs a query over the logs of jobs, or over a group.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; array jobs stand for their children. Not read where a group is given.</param>
    /// <param name="options">The query.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>The rows, as the query orders them.</returns>
    /// <exception cref="BatchException">The query was refused or failed.</exception>
    public async IAsyncEnumerable<LogQueryRow> RunAsync(
        IAsyncEnumerable<JobReference> jobs, LogQueryOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        var now = connection.TimeProvider.GetLocalNow().DateTime;
        if (options.LogGroup is { } group)
        {
            await foreach (var row in RunAsync(connection, QueryScope.Of(group, options, now), options.Query, cancellationToken))
                yield return row;
            yield break;
        }

        var reading = new JobLogReading(reporter, new LogOptions());
        var streams = new List<LogStream>();
        await foreach (var job in new LogJobs(connection, reporter).SingleAsync(jobs, cancellationToken))
            streams.AddRange(reading.StreamsOf(job));
        foreach (var home in streams.GroupBy(stream => stream.Job.Connection))
        {
            foreach (var scope in QueryScope.Of([.. home], options, now))
            {
                await foreach (var row in RunAsync(home.Key, scope, options.Query, cancellationToken))
                    yield return row;
            }
        }
    }

    private async IAsyncEnumerable<LogQueryRow> RunAsync(
        BatchConnection home, QueryScope scope, string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new StartQueryRequest
        {
            LogGroupNames = [.. scope.Groups],
            QueryString = scope.Restrict(query, out var isExact),
            // In whole seconds, unlike all other times of this service.
            StartTime = ServiceTime.ToMilliseconds(scope.Since) / 1000,
            EndTime = (ServiceTime.ToMilliseconds(scope.Until) + 999) / 1000,
        };
        if (!isExact)
            reporter.Warning(Messages.LogQueryBroad);
        var started = await Call(home, "StartQuery", string.Join(", ", scope.Groups))
            .InvokeAsync(token => home.Logs.StartQueryAsync(request, token), cancellationToken);
        var answer = await AwaitAsync(home, started.QueryId!, cancellationToken);
        Tell(answer.Statistics);
        while (true)
        {
            foreach (var row in (answer.Results ?? []).Select(fields => ToRow(fields, scope, home)).OfType<LogQueryRow>())
                yield return row;
            if (string.IsNullOrEmpty(answer.NextToken))
                break;
            answer = await ResultsAsync(home, started.QueryId!, answer.NextToken, cancellationToken);
        }
    }

    private async Task<GetQueryResultsResponse> AwaitAsync(BatchConnection home, string id, CancellationToken cancellationToken)
    {
        var interval = home.Intervals.Logs.Shortest;
        try
        {
            while (true)
            {
                var answer = await ResultsAsync(home, id, null, cancellationToken);
                reporter.Progress(new ProgressUpdate(Activity, Scanned(answer.Statistics), null));
                switch (answer.Status?.Value)
                {
                    case "Complete":
                        reporter.Progress(new ProgressUpdate(Activity, Scanned(answer.Statistics), 1, Completed: true));
                        return answer;
                    case "Scheduled" or "Running":
                        await Task.Delay(interval, home.TimeProvider, cancellationToken);
                        interval = interval * 1.5 < home.Intervals.Logs.Longest ? interval * 1.5 : home.Intervals.Logs.Longest;
                        break;
                    default:
                        throw BatchException.For(nameof(Messages.LogQueryFailed), ErrorKind.Unavailable, id, id, answer.Status?.Value, Scanned(answer.Statistics));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It would go on, and cost, without anyone who wants its rows.
            await StopAsync(home, id);
            throw;
        }
    }

    private async Task StopAsync(BatchConnection home, string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(500), home.TimeProvider);
        try
        {
            await home.Logs.StopQueryAsync(new StopQueryRequest { QueryId = id }, limit.Token);
        }
        catch (Exception error) when (error is Amazon.Runtime.AmazonClientException or OperationCanceledException or HttpRequestException)
        {
            reporter.Verbose(string.Format(CultureInfo.InvariantCulture, Messages.LogQueryNotStopped, id, OneLine.Of(error)));
        }
    }

    private static Task<GetQueryResultsResponse> ResultsAsync(BatchConnection home, string id, string? token, CancellationToken cancellationToken) =>
        Call(home, "GetQueryResults", id).InvokeAsync(
            cancel => home.Logs.GetQueryResultsAsync(new GetQueryResultsRequest { QueryId = id, NextToken = token }, cancel), cancellationToken);

    private static ServiceCall Call(BatchConnection home, string operation, string target) =>
        new(home, $"logs:{operation}", target) { Rate = home.LogRate };

    private void Tell(QueryStatistics? statistics) => reporter.Verbose(string.Format(
        CultureInfo.InvariantCulture, Messages.LogQueryScanned, statistics?.BytesScanned ?? 0, statistics?.RecordsScanned ?? 0, statistics?.RecordsMatched ?? 0));

    private static string Scanned(QueryStatistics? statistics) =>
        string.Create(CultureInfo.InvariantCulture, $"{statistics?.RecordsScanned ?? 0:N0} lines, {statistics?.BytesScanned ?? 0:N0} bytes scanned");

    private static LogQueryRow? ToRow(List<ResultField> row, QueryScope scope, BatchConnection home)
    {
        // The pointer to the line means nothing outside of the service.
        var fields = row.Where(field => field.Field is not null and not "@ptr").Select(field => KeyValuePair.Create(field.Field!, field.Value ?? "")).ToArray();
        var name = Value("@logStream");
        if (!scope.Wants(name))
            return null;
        var stream = scope.Find(name);
        var isTime = DateTime.TryParse(
            Value("@timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        return new LogQueryRow
        {
            Fields = fields,
            Timestamp = isTime ? time : null,
            Job = stream?.Job,
            Attempt = stream?.Attempt,
            Connection = home,
        };

        string? Value(string wanted) => fields.FirstOrDefault(field => field.Key == wanted).Value;
    }
}
