using System.IO.Pipes;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>One attempt's process, from its start to the end of its group. <see cref="Run"/> has a thread to itself.</summary>
internal sealed class UnixAttempt(IAttempt attempt, TimeProvider time, UnixFeatures features, DedicatedThreads threads) : IRunningAttempt
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

        start.RequireCommand();
        start.RequireSecrets();
        var processId = UnixSpawn.Start(start.Command, start.Environment, start.WorkingDirectory, output, features.SpawnDirectory);
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

        threads.End(() => attempt.Ended(end));
    }
}
