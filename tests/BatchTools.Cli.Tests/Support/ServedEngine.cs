using BatchTools.LocalEngine;

namespace BatchTools.Cli.Tests.Support;

/// <summary>`batchtools serve` as a process of its own, on a data folder, with simulated jobs; ended with the test.</summary>
internal sealed class ServedEngine : IAsyncDisposable
{
    private readonly BatchToolsProcess _process;
    private readonly string _data;

    private ServedEngine(BatchToolsProcess process, string data) => (_process, _data) = (process, data);

    public static async Task<ServedEngine> StartAsync(string data, string? faults = null, int seed = 0)
    {
        string[] more = faults is null ? [] : ["--fault", faults, "--seed", $"{seed}"];
        var process = BatchToolsProcess.Start(["serve", "--port", "0", "--data", data, "--runner", "simulated", .. more]);
        if (await process.ReadLineAsync() is null)
        {
            await process.EndAsync();
            Assert.Fail(process.Error);
        }

        return new ServedEngine(process, data);
    }

    /// <summary>A connection of this process to the engine.</summary>
    public BatchConnection Connect()
    {
        var address = LocalEngineLocator.FindServing(_data)!;
        return BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Endpoint = address.Address,
            AccessKeyId = address.Credentials.AccessKeyId,
            SecretAccessKey = address.Credentials.SecretAccessKey,
            DataDirectory = _data,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.EndAsync();
        _process.Dispose();
    }
}
