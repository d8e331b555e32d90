using System.Runtime.InteropServices;

namespace BatchTools.LocalEngine.Running.Unix;

/// <summary>Starts a process in a session of its own, with both its outputs in one pipe.</summary>
internal static unsafe class UnixSpawn
{
    /// <summary>Starts a program.</summary>
    /// <param name="command">The program, found by the environment's PATH, and its arguments.</param>
    /// <param name="environment">All of its variables.</param>
    /// <param name="workingDirectory">Where it starts.</param>
    /// <param name="output">The descriptor of the pipe's writing end.</param>
    /// <param name="spawnDirectory">The C library can start a process in a folder; else a shell goes there first.</param>
    /// <returns>The id of the process; the caller takes it off the process table by <see cref="Libc.Reap"/>.</returns>
    /// <exception cref="AttemptStartException">It cannot be started.</exception>
    public static int Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string workingDirectory, int output, bool spawnDirectory)
    {
        if (!Directory.Exists(workingDirectory))
            throw new AttemptStartException($"working directory \"{workingDirectory}\": no such file or directory");
        var program = ExecutablePath.Find(command[0], environment.GetValueOrDefault("PATH"), workingDirectory)
            ?? throw new AttemptStartException($"exec: \"{command[0]}\": executable file not found in $PATH: no such file or directory");

        var words = command;
        if (!spawnDirectory)
        {
            words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", workingDirectory, program, .. command.Skip(1)];
            program = "/bin/sh";
        }

        using var actions = new SpawnActions();
        using var path = new StringVector([program]);
        using var arguments = new StringVector(words);
        using var variables = new StringVector([.. environment.Select(static variable => $"{variable.Key}={variable.Value}")]);
        var error = actions.Prepare(output, spawnDirectory ? workingDirectory : null);
        var processId = 0;
        if (error == 0)
            error = Libc.Spawn(out processId, path.First, actions.Value, SpawnAttributes.Value, arguments.Value, variables.Value);
        if (error != 0)
            throw new AttemptStartException($"exec: \"{command[0]}\": {Marshal.GetPInvokeErrorMessage(error).ToLowerInvariant()}");
        return processId;
    }
}
