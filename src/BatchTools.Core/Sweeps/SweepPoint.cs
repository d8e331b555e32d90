namespace BatchTools;

/// <summary>One combination of a sweep's parameters.</summary>
public sealed class SweepPoint
{
    /// <summary>The place of the point in its sweep, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The name of its job: valid for AWS Batch, and unique within the sweep.</summary>
    public required string JobName { get; init; }

    /// <summary>The value of each parameter, axes first, then what is fixed.</summary>
    public required IReadOnlyDictionary<string, object> Parameters { get; init; }

    /// <summary>The sweep that the point was counted out of; null for one that came from elsewhere.</summary>
    internal SweepGrid? Grid { get; init; }

    /// <summary>
    /// Makes the request for the point's job: the point's values become parameters (for <c>Ref::name</c>) and, where their
    /// names allow, environment variables, over those of the template; the name and the index come from the point.
    /// </summary>
    /// <param name="template">Queue, definition and everything else that all jobs of the sweep share.</param>
    /// <param name="hasContainer">
    /// Whether the jobs have a single container, which takes environment variables; without, the values travel as parameters
    /// alone.
    /// </param>
    /// <returns>The request.</returns>
    public JobRequest ToRequest(JobRequest template, bool hasContainer = true)
    {
        ArgumentNullException.ThrowIfNull(template);
        var parameters = new Dictionary<string, string>(template.Parameters, StringComparer.Ordinal);
        var environment = new Dictionary<string, string>(template.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in Parameters)
        {
            var text = SweepValue.Text(value);
            parameters[name] = text;
            if (hasContainer && IsVariableName(name))
                environment[name] = text;
        }

        var tags = new Dictionary<string, string>(template.Tags, StringComparer.Ordinal)
        {
            [WorkloadTags.Point] = SweepValue.Text(Index),
        };
        return template with { JobName = JobName, Parameters = parameters, Environment = environment, Tags = tags };
    }

    /// <summary>Gives the name of the point's job.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobName;

    /// <summary>Whether jobs get a parameter of that name as an environment variable too.</summary>
    internal static bool IsVariableName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !name.StartsWith("AWS_BATCH", StringComparison.Ordinal);
}
