namespace BatchTools.Help.Model;

/// <summary>A type that a cmdlet writes to the pipeline.</summary>
/// <param name="TypeName">The full name.</param>
/// <param name="Description">What such an object is.</param>
internal sealed record OutputHelp(string TypeName, IReadOnlyList<Prose> Description);
