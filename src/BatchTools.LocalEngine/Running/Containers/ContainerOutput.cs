using System.Collections;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using BatchTools.LocalEngine.Running.Unix;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>
/// A pipe that takes what a container prints. A podman on this machine gives the container the pipe itself, so both outputs keep
/// their order; elsewhere the tool's log is followed, in the order in which the tool read it.
/// </summary>
internal sealed class ContainerOutput(ContainerTool tool, string container) : IDisposable
{
    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In, HandleInheritability.None);
    private int _follower;
    private ContainerMemory? _memory;

    /// <summary>The main process; 0 where only the tool knows it.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The container's memory limit has ended a process.</summary>
    public bool MemoryExceeded { get; private set; }

    /// <summary>Makes the container ready to be started, with the pipe for its outputs where that can be.</summary>
    /// <exception cref="AttemptStartException">The tool can not start it.</exception>
    public void BeforeStart(string processFile)
    {
        if (!tool.PassesPipes)
            return;
        var ready = Libc.Reap(Spawn("init", container));
        _pipe.DisposeLocalCopyOfClientHandle();
        if (ready != 0)
        {
            using var text = new StreamReader(_pipe, Encoding.UTF8);
            throw new AttemptStartException(ToolResult.FaultIn(text.ReadToEnd()));
        }

        // The tool has said the container's name, and what comes now is the container's.
        while (_pipe.ReadByte() is not ('\n' or -1))
        {
        }

        ProcessId = int.Parse(File.ReadAllText(processFile), CultureInfo.InvariantCulture);
        _memory = new ContainerMemory(ProcessId);
    }

    /// <summary>The container runs.</summary>
    public void AfterStart()
    {
        if (tool.PassesPipes)
            return;
        _follower = Spawn("logs", "--follow", container);
        _pipe.DisposeLocalCopyOfClientHandle();
    }

    /// <summary>Hands over all that the container prints, until its end.</summary>
    public void CopyTo(IOutputSink sink)
    {
        if (_memory is not null)
        {
            var output = new OutputReader((int)_pipe.SafePipeHandle.DangerousGetHandle(), sink);
            using (var exit = ExitWatch.Begin(ProcessId, UnixFeatures.Detected.ProcessDescriptors))
                output.ReadUntilExit(exit);
            MemoryExceeded = _memory.WasExceeded();
        }

        var buffer = new byte[16 * 1024];
        int count;
        while ((count = _pipe.Read(buffer)) > 0)
            sink.Write(buffer.AsSpan(0, count));
        if (_follower != 0)
            Libc.Reap(_follower);
    }

    public void Dispose() => _pipe.Dispose();

    private int Spawn(params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        return UnixSpawn.Start([tool.Path, .. arguments], environment, "/", (int)_pipe.ClientSafePipeHandle.DangerousGetHandle(), UnixFeatures.Detected.SpawnDirectory);
    }
}
