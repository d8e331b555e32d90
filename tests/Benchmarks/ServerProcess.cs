using System.Diagnostics;
using BatchTools.LocalEngine;

namespace BatchTools.Benchmarks;

/// <summary>A <c>batchtools serve</c> of this checkout, built as this program is.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, LocalEngineAddress address) => (_process, Address) = (process, address);

    public LocalEngineAddress Address { get; }

    /// <summary>The processor time that it took so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var build = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Benchmarks"), Path.Combine("src", "BatchTools.Cli"), StringComparison.Ordinal);
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(build, "batchtools.dll"), "serve", "--port", "0", "--data", folder])
        {
            RedirectStandardOutput = true, WorkingDirectory = "/",
        })!;
        // Its first line is its address, once it is ready.
        await process.StandardOutput.ReadLineAsync();
        var address = LocalEngineLocator.FindServing(folder) ?? throw new InvalidOperationException("batchtools serve did not start.");
        return new ServerProcess(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
