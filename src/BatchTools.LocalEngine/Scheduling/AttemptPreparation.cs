using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Makes of a job what a runner runs. Called without the gate: it reads only what does not change.</summary>
internal sealed class AttemptPreparation(EngineIdentity identity, LogStore logs, string workingDirectory)
{
    private readonly Dictionary<string, string> _hostVariables = HostEnvironment.Read();

    /// <summary>The command, the environment and the log of the newest attempt.</summary>
    /// <exception cref="AttemptStartException">There is no command to run.</exception>
    public AttemptStart Prepare(ExecutableJob job)
    {
        var submission = job.Submission;
        var command = ParameterRules.Substitute(submission.Command, submission.Parameters);
        if (command.Count == 0)
        {
            throw new AttemptStartException(
                "the job has no command. The local engine runs a command, not the image's own program: give 'command' in the job definition or in containerOverrides.");
        }

        if (command[0].Length == 0)
            throw new AttemptStartException("the first part of the job's command is empty, so it names no program.");

        var attempt = job.Attempts[^1];
        var environment = new Dictionary<string, string>(_hostVariables, _hostVariables.Comparer);
        JobVariables.Add(environment, job, attempt);
        environment[AttemptMark.Variable] = AttemptMark.OfAttempt(identity.EngineId, attempt.TaskId.ToString("N"));
        var log = logs.OpenAttempt(LogNames.Group(submission), LogNames.Stream(submission, attempt.TaskId));
        return new AttemptStart(command, environment, workingDirectory, log);
    }
}
