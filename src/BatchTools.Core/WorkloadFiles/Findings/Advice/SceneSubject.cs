using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools.WorkloadFiles;

/// <summary>A definition that the file has or names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What it says; null where that is not known.</param>
/// <param name="Source">The definition in the file, or the first step that names it.</param>
/// <param name="Uses">The steps that run it.</param>
internal sealed record SceneSubject(string Name, ServiceDefinition? Definition, SourceObject Source, IReadOnlyList<SceneUse> Uses);
