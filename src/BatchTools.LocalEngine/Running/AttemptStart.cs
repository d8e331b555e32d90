using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Running.Containers;

namespace BatchTools.LocalEngine.Running;

/// <summary>What a runner needs to know of an attempt.</summary>
/// <param name="Command">The program and its arguments; empty where neither the job nor its definition gives any.</param>
/// <param name="Environment">The whole environment of the process.</param>
/// <param name="WorkingDirectory">Where it starts.</param>
/// <param name="Output">Takes standard output and standard error.</param>
internal sealed record AttemptStart(
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory,
    IOutputSink Output)
{
    /// <summary>What a container of the job's image needs; null where the attempt cannot be one.</summary>
    public ContainerNeeds? Container { get; init; }

    /// <summary>The names of the secrets in whose place no variable is given.</summary>
    public IReadOnlyList<string> MissingSecrets { get; init; } = [];

    /// <summary>For runners that run something: a program without its secrets would go astray.</summary>
    /// <exception cref="AttemptStartException">A secret is missing.</exception>
    public void RequireSecrets()
    {
        if (MissingSecrets is [var name, ..])
        {
            throw new AttemptStartException(
                $"the local engine has no Secrets Manager to read the secret '{Shortened.Text(name)}' from. Give a variable of this name in containerOverrides.environment.");
        }
    }

    /// <summary>For runners that have no image whose own program could be run.</summary>
    /// <exception cref="AttemptStartException">There is no command.</exception>
    public void RequireCommand()
    {
        if (Command.Count == 0)
        {
            throw new AttemptStartException(
                "the job has no command. The local engine runs a command, not the image's own program: give 'command' in the job definition or in containerOverrides.");
        }

        if (Command[0].Length == 0)
            throw new AttemptStartException("the first part of the job's command is empty, so it names no program.");
    }
}
