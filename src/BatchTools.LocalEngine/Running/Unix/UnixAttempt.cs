using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>One attempt's process, from its start to the end of its group. <see cref="Run"/> has a thread to itself.</summary>
internal sealed unsafe class UnixAttempt(IAttempt attempt, TimeProvider time, UnixFeatures features) : IRunningAttempt
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private ITimer? _killTimer;
    private int _processId;
    private int _signal;
    private bool _over;

    public void Run()
    {
        AttemptEnd end;
        AttemptStart? start = null;
        try
        {
            start = attempt.Prepare();
            end = AttemptEnd.Exited(RunProcess(start));
        }
        catch (AttemptStartException fault)
        {
            end = AttemptEnd.NotStarted(fault.Message);
        }
        catch (IOException fault)
        {
            end = AttemptEnd.NotStarted($"no pipe for the output: {fault.Message}");
        }

        start?.Output.Complete();
        Over(end);
    }

    public void Stop() => Signal(Libc.SigTerm);

    public void Kill() => Signal(Libc.SigKill);

    private int? RunProcess(AttemptStart start)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        Spawn(start, (int)pipe.ClientSafePipeHandle.DangerousGetHandle());
        pipe.DisposeLocalCopyOfClientHandle();
        attempt.Started(_processId);

        var output = new OutputReader((int)pipe.SafePipeHandle.DangerousGetHandle(), start.Output);
        using (var exit = ExitWatch.Begin(_processId, features.ProcessDescriptors))
            output.ReadUntilExit(exit);

        // The main process is a zombie still, so its group's number cannot have become another's.
        _ = Libc.Kill(-_processId, Libc.SigKill);
        output.ReadRest(start.Environment.GetValueOrDefault(AttemptMark.Variable));
        lock (_gate)
        {
            _over = true;
            return Libc.Reap(_processId);
        }
    }

    private void Spawn(AttemptStart start, int output)
    {
        lock (_gate)
        {
            if (_signal != 0)
                throw new AttemptStartException($"\"{start.Command[0]}\" was stopped before it was started");
        }

        if (!Directory.Exists(start.WorkingDirectory))
            throw new AttemptStartException($"working directory \"{start.WorkingDirectory}\": no such file or directory");
        var program = ExecutablePath.Find(start.Command[0], start.Environment.GetValueOrDefault("PATH"), start.WorkingDirectory)
            ?? throw new AttemptStartException($"exec: \"{start.Command[0]}\": executable file not found in $PATH: no such file or directory");

        var command = start.Command;
        if (!features.SpawnDirectory)
        {
            command = ["sh", "-c", "cd \"$0\" && exec \"$@\"", start.WorkingDirectory, program, .. command.Skip(1)];
            program = "/bin/sh";
        }

        using var actions = new SpawnActions();
        using var path = new StringVector([program]);
        using var arguments = new StringVector(command);
        using var environment = new StringVector([.. start.Environment.Select(static variable => $"{variable.Key}={variable.Value}")]);
        var error = actions.Prepare(output, features.SpawnDirectory ? start.WorkingDirectory : null);
        var processId = 0;
        if (error == 0)
            error = Libc.Spawn(out processId, path.First, actions.Value, SpawnAttributes.Value, arguments.Value, environment.Value);
        if (error != 0)
            throw new AttemptStartException($"exec: \"{start.Command[0]}\": {Marshal.GetPInvokeErrorMessage(error).ToLowerInvariant()}");

        lock (_gate)
        {
            _processId = processId;
            // A signal that came while the process was being made reaches it now.
            if (_signal != 0)
                _ = Libc.Kill(-processId, _signal);
        }
    }

    private void Signal(int signal)
    {
        lock (_gate)
        {
            if (_over || _signal == Libc.SigKill)
                return;
            _signal = signal;
            if (signal == Libc.SigTerm)
                _killTimer ??= time.CreateTimer(static attempt => ((UnixAttempt)attempt!).Kill(), this, StopGrace, Timeout.InfiniteTimeSpan);
            if (_processId != 0)
                _ = Libc.Kill(-_processId, signal);
        }
    }

    private void Over(AttemptEnd end)
    {
        lock (_gate)
        {
            _over = true;
            _killTimer?.Dispose();
        }

        attempt.Ended(end);
    }
}
