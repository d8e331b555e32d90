using System.IO.Pipes;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>A descriptor that becomes readable when a process ends, to be polled beside its output.</summary>
internal sealed class ExitWatch : IDisposable
{
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle? _processDescriptor;
    private readonly AnonymousPipeServerStream? _ending;

    private ExitWatch(int processId, int processDescriptor)
    {
        if (processDescriptor >= 0)
        {
            _processDescriptor = new Microsoft.Win32.SafeHandles.SafeFileHandle(processDescriptor, ownsHandle: true);
            Descriptor = processDescriptor;
            return;
        }

        // macOS and Linux before 5.3: a thread waits for the process and then closes a pipe.
        _ending = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        Descriptor = (int)_ending.SafePipeHandle.DangerousGetHandle();
        new Thread(
            () =>
            {
                Libc.AwaitExit(processId);
                _ending.DisposeLocalCopyOfClientHandle();
            },
            64 * 1024) { IsBackground = true, Name = "BatchTools exit" }.Start();
    }

    public int Descriptor { get; }

    public static ExitWatch Begin(int processId, bool usesProcessDescriptor) =>
        new(processId, usesProcessDescriptor ? Libc.OpenProcessDescriptor(processId) : -1);

    public void Dispose()
    {
        _processDescriptor?.Dispose();
        _ending?.Dispose();
    }
}
