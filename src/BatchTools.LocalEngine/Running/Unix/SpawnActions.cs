using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>
/// What happens between the birth of a job's process and its program: no input, one pipe for both outputs so that their order
/// is kept, the working directory, and no descriptor of the engine's left open.
/// </summary>
internal sealed unsafe partial class SpawnActions : IDisposable
{
    private const int Size = 512; // more than any C library's posix_spawn_file_actions_t
    private static readonly bool ClosesOthers = NativeLibrary.TryGetExport(
        NativeLibrary.GetMainProgramHandle(), "posix_spawn_file_actions_addclosefrom_np", out _);

    // Opened once: a copy costs every process less than opening it anew.
    private static readonly SafeFileHandle NoInput = File.OpenHandle("/dev/null");

    private readonly void* _actions = NativeMemory.AllocZeroed(Size);

    /// <summary>Collects the actions.</summary>
    /// <param name="output">The pipe's writing end.</param>
    /// <param name="workingDirectory">Where the program starts; null for where the engine is.</param>
    /// <returns>The first error number of the C library; 0 for none.</returns>
    public int Prepare(int output, string? workingDirectory)
    {
        var error = Initialise(_actions);
        if (error == 0)
            error = AddDuplicate(_actions, (int)NoInput.DangerousGetHandle(), 0);
        if (error == 0)
            error = AddDuplicate(_actions, output, 1);
        if (error == 0)
            error = AddDuplicate(_actions, output, 2);
        if (error == 0 && workingDirectory is not null)
            error = AddDirectory(_actions, workingDirectory);
        if (error == 0 && ClosesOthers)
            error = AddCloseFrom(_actions, 3);
        return error;
    }

    public void* Value => _actions;

    public void Dispose()
    {
        _ = Destroy(_actions);
        NativeMemory.Free(_actions);
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int Initialise(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int Destroy(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(void* actions, int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddDirectory(void* actions, string path);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addclosefrom_np")]
    private static partial int AddCloseFrom(void* actions, int first);
}
