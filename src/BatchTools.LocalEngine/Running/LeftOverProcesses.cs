using System.Diagnostics;
using System.Text;

namespace BatchTools.LocalEngine.Running;

/// <summary>Finds and ends processes of attempts that no runner has in its hands any more.</summary>
internal static class LeftOverProcesses
{
    // A process that forks faster than it is killed is met by killing again, but not for ever.
    private const int Rounds = 50;
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Ends every process whose mark begins with the given text. Only Linux shows other processes' variables; elsewhere nothing is found.</summary>
    public static void Kill(string mark)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var wanted = Encoding.UTF8.GetBytes($"{AttemptMark.Variable}={mark}");
        for (var round = 0; round < Rounds; round++)
        {
            var found = false;
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder.AsSpan()), out var processId) && processId != Environment.ProcessId && HasVariable(folder, wanted))
                    found |= Unix.Libc.Kill(processId, Unix.Libc.SigKill) == 0;
            }

            if (!found)
                return;
            Thread.Yield();
        }
    }

    /// <summary>Ends the process group of an attempt's main process, where that very process still runs.</summary>
    /// <param name="processId">The id that it had.</param>
    /// <param name="startedAt">When it was started; a later process with the same id is left alone.</param>
    public static void KillGroup(int processId, DateTimeOffset startedAt)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            if ((process.StartTime.ToUniversalTime() - startedAt.UtcDateTime).Duration() > StartTolerance)
                return;
            if (OperatingSystem.IsWindows())
                process.Kill(entireProcessTree: true);
            else
                _ = Unix.Libc.Kill(-processId, Unix.Libc.SigKill);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }

    private static bool HasVariable(string processFolder, byte[] wanted)
    {
        try
        {
            var environment = File.ReadAllBytes(processFolder + "/environ").AsSpan();
            var at = environment.IndexOf(wanted);
            return at == 0 || (at > 0 && environment[at - 1] == 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // ended meanwhile, or another user's
        }
    }
}
