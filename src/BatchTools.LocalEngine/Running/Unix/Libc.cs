using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>The calls of the C library that start, watch and end processes; none of them takes a variable number of arguments on macOS.</summary>
internal static unsafe partial class Libc
{
    public const int SigKill = 9;
    public const int SigTerm = 15;
    public const short PollIn = 1;
    public const int Eintr = 4;
    public const int ProcessById = 1; // P_PID

    private const string Library = "libc";
    private const long PidfdOpenCall = 434; // the same number on every architecture
    private const int Exited = 4; // WEXITED

    private static readonly int LeaveZombie = OperatingSystem.IsLinux() ? 0x0100_0000 : 0x20; // WNOWAIT

    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [LibraryImport(Library, EntryPoint = "posix_spawn")]
    public static partial int Spawn(out int processId, byte* path, void* fileActions, void* attributes, byte** arguments, byte** environment);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollRequest* requests, nuint count, int timeoutMilliseconds);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "kill")]
    public static partial int Kill(int processId, int signal);

    [LibraryImport(Library, EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitProcess(int processId, out int status, int options);

    [LibraryImport(Library, EntryPoint = "waitid", SetLastError = true)]
    private static partial int WaitId(int idType, int id, void* information, int options);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second);

    /// <summary>A descriptor that becomes readable when the process ends; negative where the kernel has none.</summary>
    public static int OpenProcessDescriptor(int processId) => (int)SystemCall((nint)PidfdOpenCall, processId, 0);

    /// <summary>Blocks until a child has ended, and leaves it a zombie: its id stays its own.</summary>
    public static void AwaitExit(int processId)
    {
        var information = stackalloc byte[128];
        while (WaitId(ProcessById, processId, information, Exited | LeaveZombie) < 0 && Marshal.GetLastPInvokeError() == Eintr)
        {
        }
    }

    /// <summary>Takes a child that has ended off the process table.</summary>
    /// <returns>Its exit code, 128 + n where signal n ended it; null where someone else has taken it.</returns>
    public static int? Reap(int processId)
    {
        int result, status;
        do
            result = WaitProcess(processId, out status, 0);
        while (result < 0 && Marshal.GetLastPInvokeError() == Eintr);
        if (result != processId)
            return null;
        var signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
    }
}
