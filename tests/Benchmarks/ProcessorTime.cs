using System.Diagnostics;
using System.Globalization;

namespace BatchTools.Benchmarks;

/// <summary>Processor time so far: of this process, and of those that it started and that have ended (Linux; elsewhere none is told).</summary>
/// <param name="Own">This process's.</param>
/// <param name="Programs">That of the others.</param>
internal readonly record struct ProcessorTime(TimeSpan Own, TimeSpan Programs)
{
    private const int TicksPerSecond = 100; // USER_HZ, the same on every Linux

    public static ProcessorTime Now()
    {
        using var self = Process.GetCurrentProcess();
        return new ProcessorTime(self.TotalProcessorTime, OperatingSystem.IsLinux() ? OfEnded() : TimeSpan.Zero);
    }

    public static ProcessorTime operator -(ProcessorTime end, ProcessorTime start) => new(end.Own - start.Own, end.Programs - start.Programs);

    // The 16th and 17th field; the second is the name in brackets and may hold blanks.
    private static TimeSpan OfEnded()
    {
        var text = File.ReadAllText("/proc/self/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }
}
