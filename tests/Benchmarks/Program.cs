using BatchTools.Benchmarks;

(string Name, Func<Task> RunAsync)[] all =
[
    ("array", () => ArrayRate.MeasureAsync(children: 10_000)),
    ("queue", () => QueueLatency.MeasureAsync(jobs: 100_000, calls: 2_000)),
    ("serve", () => ServeRate.MeasureAsync(jobs: 20_000)),
    ("submit", () => SubmitRate.MeasureAsync(points: 10_000, rounds: 3)),
    ("logs", () => LogRate.MeasureAsync(lines: 1_000_000)),
];
var chosen = all.Where(benchmark => args is [] || args.Contains(benchmark.Name)).ToList();
if (chosen.Count == 0)
{
    await Console.Error.WriteLineAsync($"Benchmarks: {string.Join(", ", all.Select(static benchmark => benchmark.Name))}");
    return 1;
}

Console.WriteLine($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
foreach (var (_, runAsync) in chosen)
    await runAsync();
return 0;
