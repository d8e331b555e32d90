using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Running.Containers;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Makes of a job what a runner runs. Called without the gate: it reads only what does not change.</summary>
internal sealed class AttemptPreparation(EngineIdentity identity, LogStore logs, string workingDirectory)
{
    private readonly Dictionary<string, string> _hostVariables = HostEnvironment.Read();

    /// <summary>The command, the environment and the log of the newest attempt.</summary>
    public AttemptStart Prepare(ExecutableJob job)
    {
        var submission = job.Submission;
        var command = ParameterRules.Substitute(submission.Command, submission.Parameters);
        var attempt = job.Attempts[^1];
        var variables = new Dictionary<string, string>(_hostVariables.Comparer);
        JobVariables.Add(variables, job, attempt);
        variables[AttemptMark.Variable] = AttemptMark.OfAttempt(identity.EngineId, attempt.TaskId.ToString("N"));
        var environment = new Dictionary<string, string>(_hostVariables, _hostVariables.Comparer);
        foreach (var (name, value) in variables)
            environment[name] = value;
        var log = logs.OpenAttempt(LogNames.Group(submission), LogNames.Stream(submission, attempt.TaskId));
        return new AttemptStart(command, environment, workingDirectory, log)
        {
            Container = new ContainerNeeds(
                $"batchtools-{identity.EngineId[..12]}-{attempt.TaskId:N}", submission.Container, submission.Vcpus,
                ResourceNeeds.Memory(submission.Container, submission.Overrides), variables),
        };
    }
}
