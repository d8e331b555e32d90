using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>
/// How every job's process begins: in a session and process group of its own, with no signal blocked or ignored.
/// Made once; posix_spawn only reads it.
/// </summary>
internal static unsafe partial class SpawnAttributes
{
    private const int Size = 512; // more than any C library's posix_spawnattr_t
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;
    private const short CloseOthersOnMac = 0x4000;

    private static readonly short SetSession = (short)(OperatingSystem.IsMacOS() ? 0x0400 : 0x80);

    public static void* Value { get; } = Make();

    private static void* Make()
    {
        var attributes = NativeMemory.AllocZeroed(Size);
        var signals = NativeMemory.AllocZeroed(128);
        Check(Initialise(attributes));
        Check(FillSignals(signals));
        Check(SetDefaultSignals(attributes, signals));
        Check(EmptySignals(signals));
        Check(SetMask(attributes, signals));
        Check(SetFlags(attributes, (short)(SetSession | SetSignalDefaults | SetSignalMask | (OperatingSystem.IsMacOS() ? CloseOthersOnMac : 0))));
        NativeMemory.Free(signals);
        return attributes;
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new LocalEngineException($"The C library refuses the settings under which jobs start: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int Initialise(void* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(void* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetDefaultSignals(void* attributes, void* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetMask(void* attributes, void* signals);

    [LibraryImport("libc", EntryPoint = "sigfillset")]
    private static partial int FillSignals(void* signals);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int EmptySignals(void* signals);
}
