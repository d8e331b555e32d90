namespace BatchTools.Benchmarks;

/// <summary>How many SubmitJob a second a server takes from one client over loopback, by how many of its calls are under way at once.</summary>
internal static class ServeRate
{
    public static async Task MeasureAsync(int jobs)
    {
        await using var engine = await MeasuredEngine.ServeAsync();
        await engine.HoldAsync();
        foreach (var submitters in (int[])[16, 1, 16, 64])
        {
            var (_, time) = await engine.SubmitManyAsync(jobs, submitters);
            Console.WriteLine($"serve   {jobs:N0} jobs submitted by {submitters} at once: {jobs / time.TotalSeconds:N0}/s");
        }
    }
}
