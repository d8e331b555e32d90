namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>The volumes that the containers of a task share, and that go with it. While one may be there, so is a file that names it to the next engine.</summary>
internal static class TaskVolumes
{
    private const string Extension = ".volume";

    /// <summary>Puts down which volumes the tool is about to make.</summary>
    public static void PutDown(ContainerSetup setup, IEnumerable<string> volumes)
    {
        foreach (var volume in volumes)
            File.WriteAllText(FileOf(setup, volume), "");
    }

    /// <summary>Removes the volumes that are there. What cannot be removed now is put down still, and the next engine tries again.</summary>
    public static void Remove(ContainerSetup setup, IEnumerable<string> volumes)
    {
        foreach (var volume in volumes)
        {
            // Another container of the task may have removed it.
            if (File.Exists(FileOf(setup, volume)) && setup.Tool.Run("volume", "rm", "--force", volume).ExitCode == 0)
                File.Delete(FileOf(setup, volume));
        }
    }

    /// <summary>Removes those that an engine left; its containers must be gone.</summary>
    public static void RemoveLeftOvers(ContainerSetup setup) => Remove(
        setup, Directory.GetFiles(setup.Folder, "*" + Extension).Select(static file => Path.GetFileNameWithoutExtension(file)));

    private static string FileOf(ContainerSetup setup, string volume) => Path.Combine(setup.Folder, volume + Extension);
}
