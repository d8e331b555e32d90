namespace BatchTools.Help.Model;

/// <summary>One example of a cmdlet.</summary>
/// <param name="Code">What is typed.</param>
/// <param name="Remarks">What it does.</param>
internal sealed record ExampleHelp(string Code, IReadOnlyList<Prose> Remarks);
