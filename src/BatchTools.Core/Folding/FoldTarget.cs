using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>What points are folded over: the request that they share, and the command of its definition.</summary>
/// <param name="Template">The request that they share.</param>
/// <param name="Command">The command that each point runs.</param>
/// <param name="Parameters">The values for its references that neither a point nor the request gives.</param>
internal sealed record FoldTarget(JobRequest Template, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What the points of a template are folded over.</summary>
    /// <param name="template">The request that they share.</param>
    /// <param name="definition">Its definition; null where it may not be looked at.</param>
    /// <exception cref="BatchException">Points can not be folded over it: why, and what to do.</exception>
    public static FoldTarget Of(JobRequest template, JobDefinition? definition)
    {
        if (definition?.Source is not { } source)
            throw Problem(template, $"the job definition '{template.JobDefinition}' can not be looked at");
        if (source.ContainerProperties is null)
            throw Problem(template, $"the jobs of the definition '{definition}' have no single container");
        SubmitJobRequest request = RequestBuilder.ToRequest(template with { JobName = "points" }, new SubmitOptions());
        if (request.ArrayProperties?.Size is not null)
            throw Problem(template, "the jobs are array jobs already");
        var command = request.ContainerOverrides?.Command is { Count: > 0 } own ? own : source.ContainerProperties.Command ?? [];
        if (command.Count == 0)
            throw Problem(template, $"the definition '{definition}' leaves the command to the image; give it with -Command");
        if (command[0].Contains('='))
            throw Problem(template, $"the program '{command[0]}' has a '=' in its name");
        var parameters = new Dictionary<string, string>(NameValues.ToDictionary(source.Parameters), StringComparer.Ordinal);
        foreach (var (name, value) in request.Parameters ?? [])
            parameters[name] = value;
        return new(template, command, parameters);
    }

    /// <summary>Says why points cannot be folded.</summary>
    public static BatchException Problem(JobRequest template, string reason) =>
        BatchException.For(nameof(Messages.FoldImpossible), ErrorKind.InvalidInput, template, reason);
}
