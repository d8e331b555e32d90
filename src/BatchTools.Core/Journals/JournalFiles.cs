using System.Diagnostics.CodeAnalysis;

namespace BatchTools.Journals;

/// <summary>How the files of journals are opened: for their user alone, and locked where one process must be alone with them.</summary>
internal static class JournalFiles
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Makes the folder where it does not exist.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Private | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a file that several processes write, each in its turn.</summary>
    public static FileStream OpenShared(string path) => Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete, FileOptions.None);

    /// <summary>Opens a file that goes when it is closed; while it is open no other process can open it.</summary>
    public static FileStream OpenAlone(string path) => Open(path, FileMode.Create, FileShare.None, FileOptions.DeleteOnClose);

    /// <summary>Writes a file anew in one step: a reader sees the old or the new one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var fresh = $"{path}.new";
        using (var stream = Open(fresh, FileMode.Create, FileShare.None, FileOptions.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Whether another process, or another part of this one, has the file open alone.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(path))
            return false;
        if (!TryOpenAlone(path, FileMode.Open, out var left))
            return File.Exists(path);
        // Its owner was killed; nobody else takes it away.
        left.Dispose();
        File.Delete(path);
        return false;
    }

    /// <summary>Waits for the turn of this process.</summary>
    /// <exception cref="BatchException">Others have kept the file for too long.</exception>
    public static async Task<IDisposable> LockAsync(string path, TimeProvider timeProvider)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            if (TryOpenAlone(path, FileMode.OpenOrCreate, out var held))
                return held;
            if (timeProvider.GetElapsedTime(start) > LongestWait)
                throw BatchException.For(nameof(Messages.JournalBusy), ErrorKind.Conflict, path, path);
            await Task.Delay(Pause, timeProvider);
        }
    }

    private static bool TryOpenAlone(string path, FileMode mode, [NotNullWhen(true)] out FileStream? stream)
    {
        try
        {
            stream = Open(path, mode, FileShare.None, FileOptions.None);
            return true;
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            stream = null;
            return false;
        }
    }

    private static FileStream Open(string path, FileMode mode, FileShare share, FileOptions more)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, Options = more, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is FileMode.Create or FileMode.OpenOrCreate)
            options.UnixCreateMode = Private;
        return new FileStream(path, options);
    }
}
