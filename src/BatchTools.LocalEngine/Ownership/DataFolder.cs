using System.Text;

namespace BatchTools.LocalEngine.Ownership;

/// <summary>The folder that holds everything of one engine, and the names of its files.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string LockFile => File("engine.lock");
    public string OwnerFile => File("owner.json");
    public string CredentialFile => File("credentials.json");
    public string EnvironmentFile => File("aws.env");
    public string StateDatabase => File("state.db");
    public string ContainerFolder => File("containers");
    public string LogDatabase => File("logs.db");
    public string MetricDatabase => File("metrics.db");

    /// <summary>Names the folder without touching it.</summary>
    public static DataFolder Locate(string? path)
    {
        if (string.IsNullOrEmpty(path))
            path = Environment.GetEnvironmentVariable("BATCHTOOLS_HOME");
        if (string.IsNullOrEmpty(path))
            path = System.IO.Path.Combine(Home(), ".batchtools");
        return new DataFolder(System.IO.Path.GetFullPath(path));
    }

    /// <summary>Makes the folder, for its user alone, where it does not exist.</summary>
    public void Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Path);
            else if (!Directory.Exists(Path))
                Directory.CreateDirectory(Path, Private | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalEngineException($"The data folder '{Path}' cannot be made: {e.Message} Give another folder.", e);
        }
    }

    /// <summary>Writes a file that only its user may read, in one step: a reader sees the old or the new text.</summary>
    public static void WritePrivate(string file, string text)
    {
        var fresh = $"{file}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        System.IO.File.Delete(fresh);
        using (var stream = new FileStream(fresh, options))
            stream.Write(Encoding.UTF8.GetBytes(text));
        System.IO.File.Move(fresh, file, overwrite: true);
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);

    private static string Home()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0
            ? home
            : throw new LocalEngineException("There is no home folder for the engine's data. Set BATCHTOOLS_HOME or give a data folder.");
    }
}
