using System.Globalization;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>One attempt's container, from its making to its removal. <see cref="Run"/> has a thread to itself.</summary>
internal sealed class ContainerAttempt(IAttempt attempt, ContainerSetup setup, DedicatedThreads threads) : IRunningAttempt
{
    private const int OutOfMemoryExit = 137;
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private ITimer? _killTimer;
    private string? _running;
    private string? _signal;
    private bool _over;
    private IReadOnlyList<string> _sharedVolumes = [];

    public void Run()
    {
        AttemptEnd end;
        AttemptStart? start = null;
        try
        {
            start = attempt.Prepare();
            end = RunContainer(start, start.Container ?? throw new AttemptStartException("the job has no container image"));
        }
        catch (AttemptStartException fault)
        {
            end = AttemptEnd.NotStarted(fault.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            end = AttemptEnd.NotStarted($"{setup.Tool.Path}: {e.Message}");
        }

        start?.Output.Complete();
        lock (_gate)
        {
            _over = true;
            _killTimer?.Dispose();
        }

        attempt.Ended(end);
    }

    public void Stop() => Signal("TERM");

    public void Kill() => Signal("KILL");

    public void TaskOver() => TaskVolumes.Remove(setup, _sharedVolumes);

    private AttemptEnd RunContainer(AttemptStart start, ContainerNeeds needs)
    {
        lock (_gate)
        {
            if (_signal is not null)
                throw new AttemptStartException("the job was stopped before its container was made");
        }

        start.RequireSecrets();
        using var variables = new VariableFile(setup.Folder, needs.Name, needs.Variables);
        var processFile = Path.Combine(setup.Folder, needs.Name + ".pid");
        try
        {
            _sharedVolumes = [.. needs.SharedVolumes];
            TaskVolumes.PutDown(setup, _sharedVolumes);
            var arguments = ContainerArguments.Create(needs, start.Command, [.. variables.Arguments, .. setup.Tool.GpuArguments(needs.Gpus)], setup.Arguments, setup.Tool.PassesPipes ? processFile : null);
            var created = setup.Tool.Run(arguments, variables.Inherited);
            if (created.ExitCode != 0)
                return NotCreated(needs, created);
            variables.Empty();
            return RunCreated(needs.Name, processFile, start.Output);
        }
        finally
        {
            setup.Tool.Run("rm", "--force", "--volumes", needs.Name);
            File.Delete(processFile);
        }
    }

    private AttemptEnd RunCreated(string name, string processFile, IOutputSink sink)
    {
        using var output = new ContainerOutput(setup.Tool, name);
        output.BeforeStart(processFile);
        var started = setup.Tool.Run("start", name);
        if (started.ExitCode != 0)
            throw new AttemptStartException(started.Fault);
        attempt.Started(output.ProcessId);
        output.AfterStart();
        lock (_gate)
        {
            _running = name;
            // A signal that came while the container was being made reaches it now.
            if (_signal is { } signal)
                Send(name, signal);
        }

        output.CopyTo(sink);
        setup.Tool.Run("wait", name);
        lock (_gate)
            _running = null;
        return End(setup.Tool.Run("inspect", "--format", "{{.State.ExitCode}} {{.State.OOMKilled}}", name).Output.Trim(), output.MemoryExceeded);
    }

    private static AttemptEnd End(string state, bool memoryExceeded)
    {
        var parts = state.Split(' ');
        int? exitCode = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        // A program may outlive the end of one of its children for want of memory.
        return exitCode == OutOfMemoryExit && (memoryExceeded || parts is [_, "true"])
            ? AttemptEnd.Exited(exitCode) with { Reason = StatusReasons.OutOfMemory }
            : AttemptEnd.Exited(exitCode);
    }

    // Where the image is still not there it could not be pulled; else the tool refuses the container.
    private AttemptEnd NotCreated(ContainerNeeds needs, ToolResult created) =>
        created.ExitCode == ToolResult.NotRun || setup.Tool.Run("image", "inspect", "--", needs.Properties.Image!).ExitCode == 0
            ? AttemptEnd.NotStarted(created.Fault)
            : AttemptEnd.NotStarted(created.Fault) with { Reason = StatusReasons.CannotPull(created.Fault) };

    private void Signal(string signal)
    {
        lock (_gate)
        {
            if (_over || _signal == "KILL")
                return;
            _signal = signal;
            if (signal == "TERM")
                _killTimer ??= setup.Time.CreateTimer(static attempt => ((ContainerAttempt)attempt!).Kill(), this, StopGrace, Timeout.InfiniteTimeSpan);
            if (_running is { } name)
                Send(name, signal);
        }
    }

    // The tool takes its time, and whoever asks for a signal may hold the engine's gate.
    private void Send(string name, string signal) => threads.Run(() => setup.Tool.Run("kill", "--signal", signal, name));
}
