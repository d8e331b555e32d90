using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Running.Containers;
using BatchTools.LocalEngine.Scheduling.Plans;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Makes of a job what a runner runs. Called without the gate: it reads only what does not change.</summary>
internal sealed class AttemptPreparation(EngineIdentity identity, LogStore logs, string workingDirectory)
{
    private readonly Dictionary<string, string> _hostVariables = HostEnvironment.Read();

    /// <summary>The command, the environment and the log of a container of the newest attempt.</summary>
    public AttemptStart Prepare(ActiveAttempt active, ContainerPlan container)
    {
        var job = active.Job;
        var submission = job.Submission;
        var command = ParameterRules.Substitute(container.Command, submission.Parameters);
        var attempt = job.Attempts[^1];
        var variables = new Dictionary<string, string>(_hostVariables.Comparer);
        JobVariables.Add(variables, job, container, attempt);
        variables[AttemptMark.Variable] = AttemptMark.OfAttempt(identity.EngineId, attempt.TaskId.ToString("N"));
        var environment = new Dictionary<string, string>(_hostVariables, _hostVariables.Comparer);
        foreach (var (name, value) in variables)
            environment[name] = value;
        var gpus = GpuVariables.Indices(active, container);
        GpuVariables.Add(environment, gpus);
        var log = logs.OpenAttempt(LogNames.Group(container), LogNames.Stream(submission, container, attempt.TaskId));
        var task = $"batchtools-{identity.EngineId[..12]}-{attempt.TaskId:N}";
        return new AttemptStart(command, environment, workingDirectory, log)
        {
            MissingSecrets = [.. (container.Properties.Secrets ?? []).Select(static secret => secret.Name!).Where(name => !variables.ContainsKey(name))],
            Container = new ContainerNeeds(
                container.Name == ContainerPlan.DefaultName ? task : $"{task}-{container.Name}",
                container.Properties,
                ResourceNeeds.Vcpus(container.Properties, container.Overrides) ?? 1,
                ResourceNeeds.Memory(container.Properties, container.Overrides),
                variables)
            {
                Gpus = gpus,
                TaskName = job.Plan.Containers.Count > 1 ? task : null,
            },
        };
    }
}
