using System.Diagnostics;
using Amazon.Batch.Model;

namespace BatchTools.Benchmarks;

/// <summary>How long calls take while very many jobs wait, and while they are worked off, as a client sees it: signing, HTTP messages and JSON included.</summary>
internal static class QueueLatency
{
    private const int Submitters = 16;
    private const int Described = 100;

    public static async Task MeasureAsync(int jobs, int calls)
    {
        await using var engine = await MeasuredEngine.OpenAsync();
        var holder = await engine.HoldAsync();
        var start = ProcessorTime.Now();
        var (ids, time) = await engine.SubmitManyAsync(jobs, Submitters);
        Console.WriteLine($"queue   {jobs:N0} jobs submitted by {Submitters} at once: {jobs / time.TotalSeconds:N0}/s, "
            + $"{(ProcessorTime.Now() - start).Own.TotalMilliseconds / jobs:F3} ms of processor time each, client included");

        await MeasureAsync(engine, ids, calls, "waiting");
        await engine.Batch.TerminateJobAsync(new TerminateJobRequest { JobId = holder, Reason = "enough" });
        await MeasureAsync(engine, ids, calls, "being worked off");
    }

    private static async Task MeasureAsync(MeasuredEngine engine, string[] ids, int calls, string phase)
    {
        var random = new Random(1);
        await ReportAsync($"{phase}: SubmitJob", calls, () => engine.SubmitAsync("waiting"));
        await ReportAsync($"{phase}: DescribeJobs, {Described} ids", calls, () => engine.Batch.DescribeJobsAsync(
            new DescribeJobsRequest { Jobs = [.. Enumerable.Range(0, Described).Select(_ => ids[random.Next(ids.Length)])] }));
        await ReportAsync($"{phase}: ListJobs, 100 a page", calls, () => engine.Batch.ListJobsAsync(
            new ListJobsRequest { JobQueue = "local", JobStatus = Amazon.Batch.JobStatus.RUNNABLE, MaxResults = 100 }));
        await ReportAsync($"{phase}: ListJobs of what runs", calls, () => engine.Batch.ListJobsAsync(
            new ListJobsRequest { JobQueue = "local", JobStatus = Amazon.Batch.JobStatus.RUNNING }));
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
