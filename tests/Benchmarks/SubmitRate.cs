using System.Diagnostics;
using System.Globalization;

namespace BatchTools.Benchmarks;

/// <summary>
/// How many points of a sweep a second become jobs of a server, as Submit-BatchJob submits them: checked, keyed, written into the
/// journal and synchronised to disk before each is sent, and given back as objects.
/// </summary>
internal static class SubmitRate
{
    public static async Task MeasureAsync(int points, int rounds)
    {
        await using var engine = await MeasuredEngine.ServeAsync();
        await engine.HoldAsync();
        await using var connection = engine.Connect();
        for (var round = 1; round <= rounds; round++)
        {
            var start = engine.ServerTime;
            var own = ProcessorTime.Now();
            var clock = Stopwatch.StartNew();
            var ids = new HashSet<string>();
            var options = new SubmitOptions { Workload = string.Create(CultureInfo.InvariantCulture, $"round-{round}") };
            await foreach (var job in new JobSubmission(connection, new FailingReporter()).SubmitAsync(RequestsAsync(points), options))
                ids.Add(job.JobId);
            var time = clock.Elapsed;
            if (ids.Count != points)
                throw new InvalidOperationException($"{ids.Count} jobs came out of {points} points.");
            Console.WriteLine($"submit  {points:N0} points as separate jobs{(round == 1 ? ", client and server just started" : "")}: {points / time.TotalSeconds:N0}/s; "
                + $"processor time each: client {(ProcessorTime.Now() - own).Own.TotalMilliseconds / points:F3} ms, server {(engine.ServerTime - start).TotalMilliseconds / points:F3} ms");
        }
    }

    private static async IAsyncEnumerable<JobRequest> RequestsAsync(int points)
    {
        var sweep = new SweepDefinition
        {
            Axes = [new SweepAxis("temperature", [.. Enumerable.Range(250, 100).Cast<object>()]), new SweepAxis("pressure", [.. Enumerable.Range(1, points / 100).Cast<object>()])],
            JobNameTemplate = "sim-T{temperature}-P{pressure}",
        };
        var template = new JobRequest { JobName = "", JobQueue = "local", JobDefinition = "waiting" };
        foreach (var point in Sweep.Expand(sweep))
            yield return point.ToRequest(template);
        await Task.CompletedTask;
    }

    private sealed class FailingReporter : IReporter
    {
        public void Error(BatchException error) => throw error;

        public void Warning(string message) => Console.WriteLine(message);

        public void Note(string message)
        {
        }

        public void Verbose(string message)
        {
        }

        public void Progress(ProgressUpdate update)
        {
        }
    }
}
