using System.Diagnostics;
using System.Globalization;

namespace BatchTools.Cli.Tests.Support;

/// <summary>`batchtools` as a process of its own; ended with the test.</summary>
internal sealed class BatchToolsProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private BatchToolsProcess(Process process) => _process = process;

    /// <summary>What the process wrote to its error output; to be read after its end.</summary>
    public string Error { get; private set; } = "";

    public static BatchToolsProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        return new BatchToolsProcess(Process.Start(start)!);
    }

    /// <summary>The next line of the output; null at its end.</summary>
    public async Task<string?> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Sends what Ctrl+C sends; skips the test where a shell's background job has it ignored, and all its children with it.</summary>
    public void Interrupt()
    {
        Assert.SkipWhen(IgnoresInterrupts(), "This run was started with SIGINT ignored, so what it starts can not be interrupted.");
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Whether the process still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Ends the process without a word to it.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        Error = await error;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static bool IgnoresInterrupts()
    {
        const string Mask = "SigIgn:";
        const ulong Interrupt = 1 << 1;
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Mask, StringComparison.Ordinal)) is { } ignored
            && (ulong.Parse(ignored.AsSpan(Mask.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
