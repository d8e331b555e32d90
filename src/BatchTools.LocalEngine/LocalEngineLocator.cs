using BatchTools.LocalEngine.Ownership;

namespace BatchTools.LocalEngine;

/// <summary>Finds an engine that another process serves.</summary>
public static class LocalEngineLocator
{
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
}
