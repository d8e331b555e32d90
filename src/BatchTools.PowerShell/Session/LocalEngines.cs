using BatchTools.LocalEngine;

namespace BatchTools.PowerShell.Session;

/// <summary>
/// The local engines of this process, one a data folder, shared by all its runspaces: an engine opens with the first connection to it
/// and ends with the last.
/// </summary>
internal static class LocalEngines
{
    private static readonly Uri InProcess = new("http://local.batchtools/");
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<string, SharedEngine> Engines = new(StringComparer.Ordinal);

    // Where PowerShell is ended from outside, its runspaces never close, and jobs would outlive their engine.
    private static ExitWatch? _exitWatch;

    /// <summary>Connects to the engine of a data folder: to the one that serves it, else to one in this process.</summary>
    /// <param name="open">The connections of the session; one to the same engine is given back.</param>
    /// <param name="options">How the engine is opened, if it has to be; its data folder null: the engine's default.</param>
    /// <param name="openingParameter">A parameter that was given for the opening; null for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="BatchException">The engine can not be opened.</exception>
    public static async Task<BatchConnection> ConnectAsync(
        IReadOnlyList<BatchConnection> open, LocalEngineOptions options, string? openingParameter, CancellationToken cancellationToken)
    {
        var folder = LocalEngineLocator.DataDirectory(options.DataDirectory);
        if (open.FirstOrDefault(connection => connection.DataDirectory == folder && connection.Endpoint == InProcess) is { } known)
            return openingParameter is null ? known : throw OpenAlready(folder, openingParameter);

        await Gate.WaitAsync(cancellationToken);
        try
        {
            if (!Engines.ContainsKey(folder) && await LocalEngineLocator.AwaitServingAsync(folder, cancellationToken) is { } serving)
                return openingParameter is not null ? throw OpenAlready(folder, openingParameter) : Connect(folder, serving.Address, serving.Credentials);

            if (Engines.TryGetValue(folder, out var shared))
            {
                if (openingParameter is not null)
                    throw OpenAlready(folder, openingParameter);
            }
            else
            {
                shared = Engines[folder] = new SharedEngine(
                    await LocalEngine.LocalEngine.OpenAsync(options with { DataDirectory = folder, Owner = "PowerShell" }, cancellationToken));
                _ = Task.Run(shared.Engine.Listen, CancellationToken.None); // for a second PowerShell; nobody waits for it
                _exitWatch ??= new ExitWatch(CloseAll);
            }

            shared.Leases++;
            return Connect(folder, InProcess, shared.Engine.Credentials, shared.Engine.CreateHandler(), new EngineLease(() => ReleaseAsync(folder)));
        }
        catch (LocalEngineException error)
        {
            throw BatchException.From(error, nameof(Messages.LocalEngineUnavailable), ErrorKind.Unavailable, folder, error.Message);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static BatchException OpenAlready(string folder, string parameter) =>
        BatchException.For(nameof(Messages.LocalEngineOpen), ErrorKind.Conflict, folder, parameter, folder);

    private static BatchConnection Connect(
        string folder, Uri address, EngineCredentials credentials, HttpMessageHandler? handler = null, IAsyncDisposable? lease = null) =>
        BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Endpoint = address,
            Handler = handler,
            AccessKeyId = credentials.AccessKeyId,
            SecretAccessKey = credentials.SecretAccessKey,
            DataDirectory = folder,
            Owned = lease,
        });

    private static async ValueTask ReleaseAsync(string folder)
    {
        await Gate.WaitAsync();
        try
        {
            if (--Engines[folder].Leases > 0)
                return;

            Engines.Remove(folder, out var last);
            await last!.Engine.DisposeAsync();
            if (Engines.Count == 0)
            {
                _exitWatch?.Dispose();
                _exitWatch = null;
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static void CloseAll() => BoundedWait.For(CloseAllAsync, TimeSpan.FromSeconds(10));

    private static async Task CloseAllAsync()
    {
        await Gate.WaitAsync();
        try
        {
            foreach (var shared in Engines.Values)
                await shared.Engine.DisposeAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    private sealed class SharedEngine(LocalEngine.LocalEngine engine)
    {
        public LocalEngine.LocalEngine Engine => engine;

        public int Leases { get; set; }
    }
}
