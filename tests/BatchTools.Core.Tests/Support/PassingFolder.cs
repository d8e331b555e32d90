namespace BatchTools.Tests;

/// <summary>Folders for connections that nobody closes; they go with the process.</summary>
internal static class PassingFolder
{
    private static readonly Lazy<string> All = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("batchtools-passing-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>A folder that does not exist yet.</summary>
    public static string New() => Path.Combine(All.Value, Guid.NewGuid().ToString("N"));
}
