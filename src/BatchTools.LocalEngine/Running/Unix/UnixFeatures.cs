using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>What this machine's kernel and C library can do for a runner; without them there are slower ways.</summary>
/// <param name="ProcessDescriptors">A descriptor tells of a process's end (Linux 5.3); else a thread waits for it.</param>
/// <param name="SpawnDirectory">posix_spawn can change the directory (glibc 2.29, macOS 10.15); else a shell does.</param>
internal sealed record UnixFeatures(bool ProcessDescriptors, bool SpawnDirectory)
{
    public static UnixFeatures Detected { get; } = new(
        OperatingSystem.IsLinux(),
        NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "posix_spawn_file_actions_addchdir_np", out _));
}
