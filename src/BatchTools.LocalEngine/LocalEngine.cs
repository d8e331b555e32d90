using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Ownership;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Running.Simulated;
using BatchTools.LocalEngine.Serving;

namespace BatchTools.LocalEngine;

/// <summary>
/// A small AWS Batch on this machine. It owns a data folder, runs jobs as child processes, and speaks AWS Batch's and
/// CloudWatch Logs' HTTP interfaces to whoever signs with the folder's key.
/// </summary>
public sealed class LocalEngine : IAsyncDisposable
{
    /// <summary>The longest body that a request may have: 4 MiB.</summary>
    public const int MaximumBodyBytes = 4 * 1024 * 1024;

    private const int LeastMemory = 4;

    internal const string RegionName = "us-east-1";
    internal const string Account = "000000000000";

    private readonly FolderOwnership _ownership;
    private readonly EngineParts _parts;
    private readonly VirtualClock? _clock;
    private readonly object _listening = new();
    private LoopbackListener? _listener;
    private int _disposed;

    private LocalEngine(FolderOwnership ownership, DataFolder folder, EngineCredentials credentials, EngineParts parts, VirtualClock? clock)
    {
        _clock = clock;
        _ownership = ownership;
        _parts = parts;
        DataDirectory = folder.Path;
        Credentials = credentials;
    }

    /// <summary>The folder that holds everything of this engine.</summary>
    public string DataDirectory { get; }

    /// <summary>The key pair with which requests to this engine are signed.</summary>
    public EngineCredentials Credentials { get; }

    /// <summary>The Region for which requests are signed: us-east-1.</summary>
    public string Region { get; } = RegionName;

    /// <summary>The account in this engine's ARNs: 000000000000.</summary>
    public string AccountId { get; } = Account;

    /// <summary>
    /// Opens the engine of a data folder. Jobs go on where they were; attempts that ran when the engine last ended count as
    /// lost with their host, and processes that they left are ended first.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <param name="cancellationToken">Gives up before the engine is open.</param>
    /// <exception cref="LocalEngineException">Another process owns the folder, or it cannot be read or written.</exception>
    public static Task<LocalEngine> OpenAsync(LocalEngineOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => Open(options, cancellationToken), cancellationToken);
    }

    /// <summary>A handler for HTTP clients in this process: their requests reach the engine without a socket, whatever address they name.</summary>
    /// <returns>A new handler; disposing it leaves the engine open.</returns>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(this);

    /// <summary>Answers a request, for a web server. Nothing about the request is trusted; it is answered with an error where its signature is not right.</summary>
    /// <param name="request">The request as sent.</param>
    /// <param name="cancellationToken">The caller waits no longer; what was begun is done all the same.</param>
    public Task<EngineResponse> HandleAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        return _clock is not null && ChangingRequests.Includes(request)
            ? HandleStillAsync(_clock, request, cancellationToken)
            : _parts.Router.HandleAsync(request, cancellationToken);
    }

    /// <summary>
    /// Says where this engine is served, so that second openers of the data folder find it, and writes <c>aws.env</c>
    /// (mode 0600) there: lines that make the AWS CLI and the SDKs use it once a shell has sourced them.
    /// </summary>
    /// <param name="address">The endpoint; null when it is served no longer.</param>
    public void PublishAddress(Uri? address) => _ownership.Publish(address, Credentials, Region);

    /// <summary>
    /// Begins to take requests of other processes of this machine, signed as ever, on a loopback port that is free, and says so
    /// in the data folder, so that second openers can connect. Ends with the engine.
    /// </summary>
    /// <returns>The endpoint; null where this machine lets no program listen, or the engine is closed.</returns>
    public Uri? Listen()
    {
        lock (_listening)
        {
            if (Volatile.Read(ref _disposed) != 0)
                return null;
            if (_listener is null && (_listener = LoopbackListener.TryStart(this)) is not null)
                PublishAddress(_listener.Address);
            return _listener?.Address;
        }
    }

    /// <summary>
    /// Closes the engine: nothing more is started, processes of running jobs are ended, and their attempts count as lost with
    /// their host, to be tried again by their rules when the engine is opened next.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        lock (_listening)
            _listener?.Dispose();
        await _parts.CloseAsync();
        _clock?.Dispose();
        _ownership.Dispose();
    }

    private static void Check(LocalEngineOptions options)
    {
        if (options.Retention < TimeSpan.Zero && options.Retention != Timeout.InfiniteTimeSpan)
            throw new LocalEngineException($"Retention cannot be {options.Retention}: give a time from zero on, or Timeout.InfiniteTimeSpan.");
        if (options.Processors < 1)
            throw new LocalEngineException($"Processors cannot be {options.Processors}: give a number from 1 on.");
        if (options.Memory < LeastMemory)
            throw new LocalEngineException($"Memory cannot be {options.Memory} MiB: give a number from {LeastMemory} on, as no job can ask for less.");
        if (options.LogLimit < 1)
            throw new LocalEngineException($"LogLimit cannot be {options.LogLimit} MiB: give a number from 1 on.");
        if (options.Gpus < 0)
            throw new LocalEngineException($"Gpus cannot be {options.Gpus}: give a number from 0 on.");
    }

    private async Task<EngineResponse> HandleStillAsync(VirtualClock clock, EngineRequest request, CancellationToken cancellationToken)
    {
        clock.BeginChange();
        try
        {
            return await _parts.Router.HandleAsync(request, cancellationToken);
        }
        finally
        {
            clock.EndChange();
        }
    }

    private static LocalEngine Open(LocalEngineOptions options, CancellationToken cancellationToken)
    {
        Check(options);
        var folder = DataFolder.Locate(options.DataDirectory);
        var ownership = FolderOwnership.Take(folder, options.Owner);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var credentials = CredentialFile.ReadOrMake(folder);
            if (options.Runner == RunnerKind.Simulated)
            {
                // In a time that jumps, jobs would be gone before anyone has looked at them.
                options = options with
                {
                    TimeProvider = new VirtualClock(options.TimeProvider), ClientTime = options.TimeProvider, Retention = Timeout.InfiniteTimeSpan,
                };
            }

            var runner = Runners.Make(options, folder);
            return new LocalEngine(ownership, folder, credentials, EngineParts.Assemble(options, folder, credentials, runner), options.TimeProvider as VirtualClock);
        }
        catch
        {
            (options.TimeProvider as VirtualClock)?.Dispose();
            ownership.Dispose();
            throw;
        }
    }
}
