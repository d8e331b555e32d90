using System.Diagnostics;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools.Benchmarks;

/// <summary>How long calls take while very many jobs wait, as a client sees it: signing, HTTP messages and JSON included.</summary>
internal static class QueueLatency
{
    private const int Submitters = 16;
    private const int Described = 100;

    public static async Task MeasureAsync(int jobs, int calls)
    {
        await using var engine = await MeasuredEngine.OpenAsync();
        await engine.DefineAsync("holder", Environment.ProcessorCount, "sleep", "100000");
        await engine.DefineAsync("waiting", 1, "true");
        await engine.SubmitAsync("holder");

        var clock = Stopwatch.StartNew();
        var ids = new string[jobs];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Submitters).Select(async _ =>
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < jobs)
                ids[index] = await engine.SubmitAsync("waiting");
        }));
        Console.WriteLine($"queue   {jobs:N0} jobs submitted by {Submitters} at once: {jobs / clock.Elapsed.TotalSeconds:N0}/s");

        var random = new Random(1);
        await ReportAsync("SubmitJob", calls, () => engine.SubmitAsync("waiting"));
        await ReportAsync($"DescribeJobs, {Described} ids", calls, () => engine.Batch.DescribeJobsAsync(
            new DescribeJobsRequest { Jobs = [.. Enumerable.Range(0, Described).Select(_ => ids[random.Next(jobs)])] }));
        await ReportAsync("ListJobs, 100 a page", calls, () => engine.Batch.ListJobsAsync(
            new ListJobsRequest { JobQueue = "local", JobStatus = JobStatus.RUNNABLE, MaxResults = 100 }));
        await ReportAsync("ListJobs of the running one", calls, () => engine.Batch.ListJobsAsync(
            new ListJobsRequest { JobQueue = "local", JobStatus = JobStatus.RUNNING }));
    }

    private static async Task ReportAsync(string name, int calls, Func<Task> callAsync)
    {
        for (var warm = 0; warm < calls / 10; warm++)
            await callAsync();
        var times = new double[calls];
        for (var call = 0; call < calls; call++)
        {
            var start = Stopwatch.GetTimestamp();
            await callAsync();
            times[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"queue   {name}: p50 {times[calls / 2]:F2} ms, p99 {times[calls * 99 / 100]:F2} ms, slowest {times[^1]:F1} ms");
    }
}
