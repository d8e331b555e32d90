namespace BatchTools.WorkloadFiles;

/// <summary>Finds the member of a job or a resource that a broken rule is about.</summary>
internal static class RulePlaces
{
    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        [nameof(Messages.AttemptsOutOfRange)] = ["retryStrategy", "attempts"],
        [nameof(Messages.TimeoutTooShort)] = ["timeout", "attemptDurationSeconds"],
        [nameof(Messages.ArraySizeOutOfRange)] = ["arrayProperties", "size"],
        [nameof(Messages.TagInvalid)] = ["tags"],
        [nameof(Messages.TagsTooMany)] = ["tags"],
        [nameof(Messages.CommandArgumentEmpty)] = ["containerOverrides", "command"],
        [nameof(Messages.EnvironmentNameInvalid)] = ["containerOverrides", "environment"],
        [nameof(Messages.OverridesTooLong)] = ["containerOverrides"],
        [nameof(Messages.ParameterValuesMissing)] = ["parameters"],
    };

    /// <summary>The place of that member, or as near to it as the file goes.</summary>
    /// <param name="problem">The rule that is broken.</param>
    /// <param name="source">The job or resource.</param>
    public static string Of(BatchException problem, SourceObject source)
    {
        SourceNode node = source;
        foreach (var name in Members.GetValueOrDefault(problem.ErrorId, []))
        {
            if ((node as SourceObject)?.Find(name) is not { } member)
                break;
            node = member.Value;
        }

        return node.Where;
    }
}
