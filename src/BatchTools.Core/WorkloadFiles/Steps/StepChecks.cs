using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>Holds steps against the rules of AWS Batch and against the definitions of their file, before any call.</summary>
/// <param name="definitions">The definitions of the file.</param>
/// <param name="workload">The name of the workload, which becomes a tag.</param>
/// <param name="problems">Takes the rules that are broken.</param>
internal sealed class StepChecks(
    IReadOnlyList<FileItem<RegisterJobDefinitionRequest>> definitions, string workload, SourceProblems problems)
{
    /// <summary>Checks steps; of each, the first rule that is broken is told.</summary>
    public void Check(IEnumerable<WorkloadStep> steps)
    {
        foreach (var definition in definitions)
            Check(definition);
        foreach (var step in steps)
        {
            try
            {
                Check(step);
            }
            catch (BatchException problem)
            {
                problems.Add(problem.At(RulePlaces.Of(problem, step.Source)));
            }
        }
    }

    private void Check(WorkloadStep step)
    {
        var request = RequestBuilder.ToRequest(step.Heaviest(), new SubmitOptions { Workload = workload });
        RequestRules.Check(request);
        CheckTimes(step.Name, request.RetryStrategy, request.Timeout);
        if (definitions.FirstOrDefault(definition => definition.Name == request.JobDefinition) is { } definition)
            CheckParameters(step, DefinitionContent.Of(definition.Request), definition.Name);
    }

    /// <summary>Sees that the command of a definition gets all the values that it refers to.</summary>
    /// <exception cref="BatchException">A value is missing.</exception>
    public static void CheckParameters(WorkloadStep step, Amazon.Batch.Model.JobDefinition definition, string name)
    {
        var request = RequestBuilder.ToRequest(step.Heaviest(), new SubmitOptions());
        if (ParameterReferences.Missing(definition, request) is { Count: > 0 } missing)
        {
            throw BatchException.For(
                nameof(Messages.ParameterValuesMissing), ErrorKind.InvalidInput, step.Name,
                step.Name, string.Join(", ", missing.Select(one => $"Ref::{one}")), name);
        }
    }

    private void Check(FileItem<RegisterJobDefinitionRequest> definition)
    {
        try
        {
            CheckTimes(definition.Name, definition.Request.RetryStrategy, definition.Request.Timeout);
            if (definition.Request is { ContainerProperties: null, EcsProperties: null, EksProperties: null, NodeProperties: null })
                throw BatchException.For(nameof(Messages.DefinitionEmpty), ErrorKind.InvalidInput, definition.Name, definition.Name);
        }
        catch (BatchException problem)
        {
            problems.Add(problem.At(RulePlaces.Of(problem, definition.Source)));
        }
    }

    private static void CheckTimes(string name, RetryStrategy? retry, JobTimeout? timeout)
    {
        if (retry?.Attempts is { } attempts)
            JobLimits.Attempts(name, attempts);
        if (timeout?.AttemptDurationSeconds is { } seconds)
            JobLimits.TimeoutSeconds(name, TimeSpan.FromSeconds(seconds));
    }
}
