using System.Diagnostics;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Benchmarks;

/// <summary>How fast a job's output becomes a log, and how fast the log is read again.</summary>
internal static class LogRate
{
    public static async Task MeasureAsync(int lines)
    {
        await using var engine = await MeasuredEngine.OpenAsync();
        await engine.DefineAsync("printer", vcpus: 1, "seq", "1", lines.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var clock = Stopwatch.StartNew();
        var job = await engine.AwaitSuccessAsync(await engine.SubmitAsync("printer"));
        Console.WriteLine($"logs    {lines:N0} lines printed and kept: {lines / clock.Elapsed.TotalSeconds:N0}/s");

        clock.Restart();
        var request = new GetLogEventsRequest { LogGroupName = "/aws/batch/job", LogStreamName = job.Container!.LogStreamName, StartFromHead = true };
        var (read, pages) = (0, 0);
        while (true)
        {
            var page = await engine.Logs.GetLogEventsAsync(request);
            if (page.NextForwardToken == request.NextToken)
                break;
            read += page.Events!.Count;
            pages++;
            request.NextToken = page.NextForwardToken;
        }

        if (read != lines)
            throw new InvalidOperationException($"{read} lines of {lines} were read.");
        Console.WriteLine($"logs    {lines:N0} lines read in {pages} pages: {lines / clock.Elapsed.TotalSeconds:N0}/s");
    }
}
