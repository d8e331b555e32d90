namespace BatchTools.LocalEngine.Scheduling;

/// <summary>One entry of <c>dependsOn</c>.</summary>
/// <param name="Kind">How is waited.</param>
/// <param name="Job">For whom; null for SEQUENTIAL.</param>
internal readonly record struct Dependency(DependencyKind Kind, Job? Job);
