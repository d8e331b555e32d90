namespace BatchTools.WorkloadFiles;

/// <summary>Says what a step waits for.</summary>
internal static class StepWords
{
    private const int MostNames = 4;

    /// <summary>Such as <c>after prepare, if train fails</c>; null for a step that waits for nothing.</summary>
    public static string? Condition(WorkloadStep step)
    {
        var parts = step.DependsOn
            .Where(one => one.Step is not null || one.JobId is not null) // else the children of an array wait for each other
            .GroupBy(one => one.After, one => one.Step ?? one.JobId!)
            .OrderBy(group => group.Key)
            .Select(group => Words(group.Key, Names([.. group])))
            .ToArray();
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    private static string Words(StepCondition condition, string names) => condition switch
    {
        StepCondition.NotOk => $"if {names} fails",
        StepCondition.Any => $"however {names} ends",
        _ => $"after {names}",
    };

    private static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        <= MostNames => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
        _ => $"{string.Join(", ", names.Take(MostNames))} and {ReportText.Count(names.Count - MostNames)} more",
    };
}
