using System.Diagnostics;
using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An engine in a process of its own, to be killed: this test program, started with a variable that says so; see <see cref="Program"/>.</summary>
internal sealed class EngineProcess : IDisposable
{
    private const string FolderVariable = "BATCHTOOLS_TEST_ENGINE_FOLDER";
    private readonly Process _process;

    private bool _isRunning;

    private EngineProcess(Process process) => _process = process;

    /// <summary>The ids of the jobs that it accepted.</summary>
    public List<string> Accepted { get; } = [];

    public int ProcessId => _process.Id;

    /// <summary>Opens an engine on a folder and submits jobs of a definition that is there: single ones, then an array; where endless, again and again.</summary>
    public static EngineProcess Start(TempFolder folder, string definition, int jobs, int arraySize, bool endless = false)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        info.ArgumentList.Add(typeof(EngineProcess).Assembly.Location);
        info.Environment[FolderVariable] = string.Create(CultureInfo.InvariantCulture, $"{folder.Path}|{definition}|{jobs}|{arraySize}|{endless}");
        return new EngineProcess(Process.Start(info)!);
    }

    /// <summary>Waits until a number of submissions have been accepted.</summary>
    public Task ReadAcceptedAsync(int count) => ReadUntilAsync(() => Accepted.Count >= count);

    /// <summary>Waits until the first job runs: until then a kill may come before the attempt was put down.</summary>
    public Task ReadRunningAsync() => ReadUntilAsync(() => _isRunning);

    /// <summary>Ends the process without a word to it, and reads what it had told before.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        while (await ReadLineAsync())
        {
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>Whether this process was started to be one; if so it goes on until it is killed.</summary>
    public static bool RunsHere()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable)?.Split('|') is not [var folder, var definition, var jobs, var arraySize, var endless])
            return false;
        using var never = new ManualResetEventSlim();
        _ = SubmitAsync(folder, definition, int.Parse(jobs, CultureInfo.InvariantCulture), int.Parse(arraySize, CultureInfo.InvariantCulture), bool.Parse(endless));
        never.Wait();
        return true;
    }

    private async Task ReadUntilAsync(Func<bool> condition)
    {
        while (!condition())
            Assert.True(await ReadLineAsync(), "The engine's process ended.");
    }

    private async Task<bool> ReadLineAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (line?.Split(' ') is ["accepted", var id])
            Accepted.Add(id);
        _isRunning |= line == "running";
        return line is not null;
    }

    private static async Task SubmitAsync(string folder, string definition, int jobs, int arraySize, bool endless)
    {
        try
        {
            var engine = await OpenEngine.StartAsync(folder);
            var ids = await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => SubmitOneAsync(engine, definition, arraySize: null)));
            if (arraySize > 0)
                await SubmitOneAsync(engine, definition, arraySize);
            await engine.AwaitAsync(ids[0], JobStatus.RUNNING, JobStatus.SUCCEEDED, JobStatus.FAILED);
            await Console.Out.WriteLineAsync("running");
            while (endless)
            {
                await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => SubmitOneAsync(engine, definition, arraySize: null)));
                await engine.AwaitEndAsync(await SubmitOneAsync(engine, definition, arraySize));
            }
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(e.ToString());
            Environment.Exit(1);
        }
    }

    private static async Task<string> SubmitOneAsync(OpenEngine engine, string definition, int? arraySize)
    {
        var id = await engine.SubmitAsync(definition, request => request.ArrayProperties = arraySize is { } size ? new ArrayProperties { Size = size } : null);
        await Console.Out.WriteLineAsync($"accepted {id}");
        return id;
    }
}
