using System.Diagnostics;

namespace BatchTools.Benchmarks;

/// <summary>How fast an array of trivial commands is done, beside xargs starting the same program as often.</summary>
internal static class ArrayRate
{
    private const int Rounds = 3;

    public static async Task MeasureAsync(int children)
    {
        double Each(TimeSpan all) => all.TotalMilliseconds / children;

        // In turns, so that what else the machine does meets both.
        for (var round = 1; round <= Rounds; round++)
        {
            var start = ProcessorTime.Now();
            var engine = await EngineAsync(children);
            var middle = ProcessorTime.Now();
            var xargs = await XargsAsync(children);
            var (ofEngine, ofXargs) = (middle - start, ProcessorTime.Now() - middle);
            Console.WriteLine(
                $"array   {children:N0} children: {children / engine.TotalSeconds:N0} jobs/s ({engine.TotalSeconds:F1} s), "
                + $"xargs -P2: {children / xargs.TotalSeconds:N0}/s, ratio {xargs / engine:F2}, peak RSS {PeakMebibytes():N0} MiB");
            // Says more than the rate where others use the machine too.
            Console.WriteLine(
                $"array   processor time a job: engine {Each(ofEngine.Own):F3} ms + programs {Each(ofEngine.Programs):F3} ms, xargs and programs {Each(ofXargs.Programs):F3} ms");
        }
    }

    private static async Task<TimeSpan> EngineAsync(int children)
    {
        await using var engine = await MeasuredEngine.OpenAsync();
        await engine.DefineAsync("trivial", vcpus: 1, "true");
        var clock = Stopwatch.StartNew();
        await engine.AwaitSuccessAsync(await engine.SubmitAsync("trivial", children));
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> XargsAsync(int children)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"seq {children} | xargs -P2 -n1 true"]))!;
        await process.WaitForExitAsync();
        return clock.Elapsed;
    }

    // Of this process, the engine's, since its start.
    private static long PeakMebibytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1024 / 1024;
    }
}
