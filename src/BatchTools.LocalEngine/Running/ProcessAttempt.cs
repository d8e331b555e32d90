using System.Diagnostics;

namespace BatchTools.LocalEngine.Running;

/// <summary>
/// One attempt's process and its tree. Standard output and standard error are two pipes here, so the order between them
/// is the order in which they are read.
/// </summary>
internal sealed class ProcessAttempt(IAttempt attempt, TimeProvider time, DedicatedThreads threads) : IRunningAttempt
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(30);

    // Who still holds the pipes once the main process has ended is waited for so long.
    private static readonly TimeSpan RestPatience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly object _outputGate = new();
    private Process? _process;
    private ITimer? _killTimer;
    private bool _stopped;
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

        lock (_outputGate)
            start?.Output.Complete();
        Over(end);
    }

    public void Stop()
    {
        lock (_gate)
        {
            // Windows knows no request to end for a process without a window: the grace is for the process to end by itself.
            _stopped = true;
            if (!_over)
                _killTimer ??= time.CreateTimer(static attempt => ((ProcessAttempt)attempt!).Kill(), this, StopGrace, Timeout.InfiniteTimeSpan);
        }
    }

    public void Kill()
    {
        lock (_gate)
        {
            _stopped = true;
            if (!_over)
                _process?.Kill(entireProcessTree: true);
        }
    }

    private int RunProcess(AttemptStart start)
    {
        var process = Spawn(start);
        attempt.Started(process.Id);
        var copied = new CountdownEvent(2);
        Copy(process.StandardOutput.BaseStream, start.Output, copied);
        Copy(process.StandardError.BaseStream, start.Output, copied);
        process.WaitForExit();
        copied.Wait(RestPatience);
        lock (_gate)
        {
            _over = true;
            var exitCode = process.ExitCode;
            process.Dispose();
            return exitCode;
        }
    }

    private Process Spawn(AttemptStart start)
    {
        start.RequireCommand();
        start.RequireSecrets();
        var info = new ProcessStartInfo(start.Command[0])
        {
            WorkingDirectory = start.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in start.Command.Skip(1))
            info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var (name, value) in start.Environment)
            info.Environment[name] = value;

        lock (_gate)
        {
            if (_stopped)
                throw new AttemptStartException($"\"{start.Command[0]}\" was stopped before it was started");
            try
            {
                _process = Process.Start(info)!;
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                throw new AttemptStartException($"exec: \"{start.Command[0]}\": {e.Message}");
            }

            _process.StandardInput.Close();
            return _process;
        }
    }

    private void Copy(Stream from, IOutputSink sink, CountdownEvent copied) => threads.Run(() =>
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = from.Read(buffer)) > 0)
            {
                lock (_outputGate)
                    sink.Write(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe was closed because its process had ended and others held on to it.
        }

        copied.Signal();
    });

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
