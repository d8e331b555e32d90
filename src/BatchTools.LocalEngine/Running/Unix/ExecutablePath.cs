using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>Finds the program that a command names, by the PATH that the job will have.</summary>
internal static partial class ExecutablePath
{
    private const int MayExecute = 1; // X_OK

    /// <summary>The candidates' first executable; a command with a slash is taken as it stands.</summary>
    /// <returns>Null where no folder of PATH holds it.</returns>
    public static string? Find(string command, string? path, string workingDirectory)
    {
        if (command.Contains('/'))
            return command;
        if (command.Length == 0)
            return null;
        foreach (var folder in (path ?? "").Split(':'))
        {
            var candidate = Path.Combine(workingDirectory, folder, command);
            if (Access(candidate, MayExecute) == 0 && File.Exists(candidate))
                return candidate;
        }

        return null;
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
