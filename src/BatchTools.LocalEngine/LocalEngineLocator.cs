using BatchTools.LocalEngine.Ownership;

namespace BatchTools.LocalEngine;

/// <summary>Finds an engine that another process serves.</summary>
public static class LocalEngineLocator
{
    private const int MostLooks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>The full path of a data folder, without touching it.</summary>
    /// <param name="dataDirectory">The data folder. Default: <c>$BATCHTOOLS_HOME</c>, else <c>~/.batchtools</c>.</param>
    /// <returns>The path that names the folder's engine.</returns>
    public static string DataDirectory(string? dataDirectory = null) => DataFolder.Locate(dataDirectory).Path;

    /// <summary>The engine that owns a data folder and serves it.</summary>
    /// <param name="dataDirectory">The data folder. Default: <c>$BATCHTOOLS_HOME</c>, else <c>~/.batchtools</c>.</param>
    /// <returns>Its address and credentials; null where no live process owns the folder or the owner does not serve.</returns>
    public static LocalEngineAddress? FindServing(string? dataDirectory = null)
    {
        var folder = DataFolder.Locate(dataDirectory);
        if (OwnerRecord.Read(folder) is not { Address: { } address } owner || !owner.IsAlive())
            return null;
        return CredentialFile.Read(folder) is { } credentials
            ? new LocalEngineAddress(address, credentials, owner.ProcessId, owner.Owner)
            : null;
    }

    /// <summary>The engine that owns a data folder and serves it; one that was opened a moment ago is given the time to begin.</summary>
    /// <param name="dataDirectory">The data folder. Default: <c>$BATCHTOOLS_HOME</c>, else <c>~/.batchtools</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Its address and credentials; null where no live process owns the folder or the owner does not serve.</returns>
    public static async Task<LocalEngineAddress?> AwaitServingAsync(string? dataDirectory = null, CancellationToken cancellationToken = default)
    {
        var folder = DataFolder.Locate(dataDirectory);
        for (var looks = 0; ; looks++)
        {
            if (FindServing(dataDirectory) is { } serving)
                return serving;
            // Between the opening of an engine and its address lie some milliseconds, on a busy machine more.
            if (looks == MostLooks || OwnerRecord.Read(folder) is not { } owner || !owner.IsAlive() || owner.ProcessId == Environment.ProcessId)
                return null;
            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }
    }
}
