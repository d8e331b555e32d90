namespace BatchTools.WorkloadFiles;

/// <summary>Advice on jobs that are lost with their host, and on jobs that never end.</summary>
internal static class LifeAdvice
{
    /// <summary>What is missing in definitions, and in the steps that run them.</summary>
    public static IEnumerable<BatchException> Find(WorkloadScene scene)
    {
        foreach (var subject in scene.Subjects.Where(subject => subject.Definition is not null))
        {
            if (subject.Definition!.RetryStrategy?.Attempts is null or < 2 && Spot(subject, scene) is { } spot)
                yield return WorkloadAdvice.Say(nameof(Messages.SpotWithoutRetry), subject.Source, subject.Name, spot);
            if (subject.Definition.Timeout?.AttemptDurationSeconds is null && (subject.Uses.Count == 0 || subject.Uses.Any(use => use.Request.Timeout?.AttemptDurationSeconds is null)))
                yield return WorkloadAdvice.Say(nameof(Messages.TimeLimitMissing), subject.Source, subject.Name);
        }
    }

    // The Spot environment that runs it; of a definition that no step of the file runs, any of the file may.
    private static string? Spot(SceneSubject subject, WorkloadScene scene) => subject.Uses.Count > 0
        ? subject.Uses.Where(use => use.Request.RetryStrategy?.Attempts is null or < 2).SelectMany(use => use.Places).FirstOrDefault(place => place.IsSpot)?.Name
        : scene.File.ComputeEnvironments.FirstOrDefault(one => one.Request.ComputeResources?.Type?.Value is "SPOT" or "FARGATE_SPOT")?.Name;
}
